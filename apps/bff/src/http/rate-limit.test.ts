import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { setUpTenant } from '../features/access/set-up-tenant.ts'
import { createRateLimits } from '../storage/rate-limits/create-rate-limits.ts'
import { createBrowserClient, createPartnerClient } from '../testing/clients.ts'
import { openTestApp } from '../testing/open-test-app.ts'

const { test } = await openTestApp()

const limited = (
  perMinute: Partial<Record<'partner' | 'capture' | 'address', number>>,
  trustedProxies = 0,
) => {
  const all = { partner: 0, capture: 0, address: 0, ...perMinute }
  const { rateLimits } = createRateLimits({ perMinute: all, onStoreDown: () => {} })
  return createApp({ ...test.deps, rateLimits, trustedProxies })
}
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

it('a partner over its limit hears when to come back; others and the health of the server are untouched', async () => {
  const app = limited({ partner: 2 })
  const partner = createPartnerClient({ ...test, app })
  expect((await partner.post('/applicants', {})).headers.get('ratelimit')).toMatch(/^"partner";r=1;t=\d+$/)
  expect((await partner.get('/applicants/x')).status).toBe(404)
  const refused = await partner.post('/applicants', {})
  expect(refused).toMatchObject({
    status: 429,
    body: { error_type: 'too_many_requests', error_codes: ['rate_limited'] },
  })
  expect(refused.headers.get('ratelimit-policy')).toBe('"partner";q=2;w=60')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)

  const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
  expect((await createPartnerClient({ ...test, app }, other.apiKey).post('/applicants', {})).status).toBe(201)
  for (const path of ['/health/live', '/health/ready', '/verify/x']) {
    expect((await app.request(path)).status, path).toBe(200)
  }
})

it('a link over its limit is refused in the words of the capture API, before the database is asked', async () => {
  const app = limited({ capture: 2 })
  const { token } = await createPartnerClient(test).startAttempt()
  const browser = createBrowserClient({ app }, token)
  expect((await browser.session()).status).toBe(200)
  expect((await browser.next()).status).toBe(200)
  const refused = await browser.next()
  expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED', retryable: true } })
  expect(refused.headers.has('retry-after')).toBe(true)
  expect((await createBrowserClient({ app }, 'another').next()).status).toBe(401)
})

it('an address over its limit is refused whatever token it tries', async () => {
  const app = limited({ address: 2 })
  const ask = async (address: string, headers: Record<string, string> = {}) =>
    (await app.request('/capture/next', { headers }, from(address))).status
  expect(await ask('2001:db8:1:2::1')).toBe(401)
  expect(await ask('2001:db8:1:2::2', { authorization: 'Bearer x' })).toBe(401)
  expect(await ask('2001:db8:1:2::3', { 'x-forwarded-for': '203.0.113.9' })).toBe(429)
  expect(await ask('2001:db8:1:3::1')).toBe(401)
})

it('behind proxies the address is the one the outermost saw', async () => {
  const app = limited({ address: 1 }, 2)
  const ask = async (forwarded: string) =>
    (await app.request('/capture/next', { headers: { 'x-forwarded-for': forwarded } }, from('10.0.0.1')))
      .status
  expect(await ask('198.51.100.1, 10.0.0.2')).toBe(401)
  expect(await ask('made-up, 198.51.100.1, 10.0.0.2')).toBe(429)
  expect(await ask('198.51.100.2, 10.0.0.2')).toBe(401)
})

it.each([
  ['203.0.113.8:50001', '203.0.113.8:50002', true],
  ['[2001:db8:1:2::1]:50001', '2001:db8:1:2::2', true],
  ['203.0.113.8:50001', '203.0.113.9:50001', false],
  ['unknown', '_hidden', true],
  ['0xcb.0.113.8', 'localhost:80', true],
])('behind a proxy that writes %s, then %s: the same visitor: %s', async (first, second, isSame) => {
  const app = limited({ address: 1 }, 1)
  const ask = async (forwarded: string) =>
    (await app.request('/capture/next', { headers: { 'x-forwarded-for': forwarded } }, from('10.0.0.1')))
      .status
  expect(await ask(first)).toBe(401)
  expect(await ask(second)).toBe(isSame ? 429 : 401)
})

it.each([
  ['203.0.113.8:50001', { ip_address: '203.0.113.8' }],
  ['[2001:db8:1:2::1]:50001', { ip_address: '2001:db8:1:2::1' }],
  ['unknown', undefined],
])('an attempt keeps of %s the address alone', async (forwarded, kept) => {
  const app = limited({}, 1)
  const partner = createPartnerClient(test)
  const { token, authenticationId, attemptId } = await partner.startAttempt()
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': forwarded }
  const opened = await app.request('/capture/session', { headers }, from('10.0.0.1'))
  expect(opened.status).toBe(200)
  const { body } = await partner.get(`/face-authentications/${authenticationId}/attempts/${attemptId}`)
  expect(body.applicant_session_information).toEqual(kept)
})

it('says once that there is a proxy nobody counts', async () => {
  const said = () => test.log.text.split('TRUSTED_PROXIES is 0').length - 1
  const before = said()
  const app = limited({})
  await app.request('/health/live')
  expect(said()).toBe(before)
  for (let n = 0; n < 3; n += 1)
    await app.request('/health/live', { headers: { 'x-forwarded-for': '192.0.2.1' } })
  await limited({}, 1).request('/health/live', { headers: { 'x-forwarded-for': '192.0.2.1' } })
  expect(said()).toBe(before + 1)
})

it("posts that are not proven to be a vendor's are limited", async () => {
  const app = limited({ address: 2 })
  const seen: number[] = []
  for (let n = 0; n < 4; n += 1) {
    const answer = await app.request(
      '/vendor/yoti/usj_x',
      { method: 'POST', body: '{}' },
      from('203.0.113.51'),
    )
    seen.push(answer.status)
  }
  expect(seen).toEqual([404, 404, 429, 429])
})
