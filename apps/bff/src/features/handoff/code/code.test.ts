import { beforeEach, describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import { PUBLIC_URL } from '../../../testing/test-app.ts'

const WINDOW_MS = 15 * 60_000

const { test, partner } = await openTestApp()
beforeEach(() => {
  // A fresh window of tries.
  test.clock.skewMs += WINDOW_MS
})

const start = async (body: object = {}) => {
  const authenticationId = await partner.startAuthentication()
  const path = `/face-authentications/${authenticationId}/attempts`
  const attempt = await partner.post(path, {
    redirect_url: 'https://partner.example/',
    generate_digit_string: true,
    ...body,
  })
  const token = new URL(attempt.body._links.verification_url.href).hash.slice(1)
  return { authenticationId, path, attempt: attempt.body, digits: attempt.body.digit_string, token }
}

const type = (code: string, remoteAddress = '192.0.2.1') =>
  test.app.request(
    '/code',
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_URL },
      body: new URLSearchParams({ code }).toString(),
    },
    { incoming: { socket: { remoteAddress } } },
  )

const wrongDigits = (digits: string) => String((Number(digits) + 1) % 1e8).padStart(8, '0')

describe('the digits', () => {
  it('are eight, shown once and stored as a keyed hash only', async () => {
    const { attempt, digits, path } = await start()
    expect(digits).toMatch(/^\d{8}$/)
    expect((await partner.get(`${path}/${attempt.id}`)).body).not.toHaveProperty('digit_string')
    const { tenantId } = test.partner
    const row = await test.deps.database.attempts.find(tenantId, attempt.id)
    expect(row?.digitStringHash).toEqual(test.deps.keyedHash('digit-string', digits))
    expect(JSON.stringify(row)).not.toContain(digits)
  })

  it('are not made unless asked for', async () => {
    expect((await start({ generate_digit_string: false })).attempt).not.toHaveProperty('digit_string')
  })
})

describe('the page', () => {
  it('shows a form that works without script, and lets nothing be loaded from elsewhere', async () => {
    const answer = await test.app.request('/code')
    const page = await answer.text()
    expect(page).toContain('<form method="post" action="/code">')
    expect(page).not.toContain('<script')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'")
    expect((await test.app.request('/code/code.css')).status).toBe(200)
  })

  it.each([
    ['de-AT,en;q=0.8', 'de', 'ltr', 'Geben Sie Ihren Code ein'],
    ['sv, ar;q=0.9, en;q=0.1', 'ar', 'rtl', 'إدخال الرمز'],
    ['xx;q=nonsense', 'en', 'ltr', 'Enter your code'],
    [undefined, 'en', 'ltr', 'Enter your code'],
  ])('speaks the language of the browser: %s', async (accepted, language, direction, heading) => {
    const answer = await test.app.request(
      '/code',
      accepted ? { headers: { 'accept-language': accepted } } : {},
    )
    const page = await answer.text()
    expect(page).toContain(`<html lang="${language}" dir="${direction}">`)
    expect(page).toContain(`<h1>${heading}</h1>`)
  })

  it('leads to the attempt, once, and takes the link away from whoever had it', async () => {
    const { digits, attempt, token, authenticationId } = await start()
    const answer = await type(`${digits.slice(0, 4)} ${digits.slice(4)}`)
    expect(answer.status).toBe(303)
    const link = new URL(answer.headers.get('location') ?? '')
    expect(link.href).toMatch(new RegExp(`^${PUBLIC_URL}/verify/${attempt.id}#[\\w-]{43}$`))
    expect((await partner.get(`/face-authentications/${authenticationId}`)).body.status).toBe('pending')
    expect((await createBrowserClient(test, token).session()).status).toBe(401)
    expect((await createBrowserClient(test, link.hash.slice(1)).session()).body.link).toBe('open')
    expect((await type(digits)).status).toBe(422)
  })

  it('gives one answer to digits that are wrong, run out, replaced, opened or not digits', async () => {
    const expired = await start({ lifetime: 60 })
    test.clock.skewMs += 61_000
    const replaced = await start()
    await partner.startAttempt(replaced.authenticationId)
    const opened = await start()
    await createBrowserClient(test, opened.token).session()
    const wrong = await start()

    const typed = [expired.digits, replaced.digits, opened.digits, wrongDigits(wrong.digits), 'abc', '']
    const answers = await Promise.all(typed.map((code) => type(code)))
    expect(answers.map(({ status }) => status)).toEqual(typed.map(() => 422))
    const pages = new Set(await Promise.all(answers.map((answer) => answer.text())))
    expect(pages.size).toBe(1)
    expect([...pages][0]).toContain('This code doesn’t work.')
    expect((await createBrowserClient(test, opened.token).session()).body.link).toBe('open')
  })

  it('takes ten tries of an address, then none for a while, not even the right one', async () => {
    const { digits } = await start({ lifetime: 7200 })
    for (let n = 0; n < 10; n += 1) expect((await type(wrongDigits(digits))).status).toBe(422)
    const refused = await type(digits)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(await refused.text()).toContain('too many tries')
    expect((await type(wrongDigits(digits), '192.0.2.2')).status).toBe(422)
    test.clock.skewMs += WINDOW_MS
    expect((await type(digits)).status).toBe(303)
  })

  it('counts a whole IPv6 network as one address', async () => {
    for (let n = 0; n < 10; n += 1) expect((await type('0', `2001:db8:1:2::${n}`)).status).toBe(422)
    expect((await type('0', '2001:db8:1:2:9::9')).status).toBe(429)
    expect((await type('0', '2001:db8:1:3::9')).status).toBe(422)
  })

  it('counts the networks around it too: a /48 that tries from all its own is stopped, others are not', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 35; n += 1) statuses.push((await type('0', `2001:db8:7:${n}::1`)).status)
    expect(statuses).toEqual([...Array(30).fill(422), ...Array(5).fill(429)])
    expect((await type('0', '2001:db8:8:1::1')).status).toBe(422)
  })

  it('stays open to everybody while 700 tries go wrong, only stricter', async () => {
    const { digits } = await start()
    const now = test.deps.now()
    const { resetsOn } = await test.deps.database.codeTries.take('all', now, new Date(+now + WINDOW_MS))
    for (let n = 1; n < 700; n += 1) await test.deps.database.codeTries.take('all', now, resetsOn)
    const seen: number[] = []
    for (let n = 0; n < 4; n += 1) seen.push((await type('0', '198.51.100.1')).status)
    expect(seen).toEqual([422, 422, 422, 429])
    expect((await type(digits, '198.51.100.200')).status).toBe(303)
  })

  it('does not count right digits', async () => {
    for (let n = 0; n < 12; n += 1)
      expect((await type((await start()).digits, '198.51.100.7')).status).toBe(303)
    expect((await type('0', '198.51.100.7')).status).toBe(422)
  })

  it('keeps no plain address', async () => {
    const spy = test.deps.database.codeTries
    const keys: string[] = []
    const { take } = spy
    spy.take = (key, ...rest) => {
      keys.push(key)
      return take(key, ...rest)
    }
    try {
      await type('0', '203.0.113.77')
    } finally {
      spy.take = take
    }
    // All, the address, its network.
    expect(keys).toHaveLength(3)
    expect(keys.join()).not.toContain('203.0.113.77')
  })

  it('lets old browsers say where their form comes from, and shows the form again to one that does not', async () => {
    const page = await test.app.request('/code')
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' }
    const answer = await test.app.request('/code', { method: 'POST', headers, body: 'code=12345678' })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toContain('<form method="post" action="/code">')
  })

  it('takes no form of another site and none that is too long', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://evil.example',
    }
    const foreign = await test.app.request('/code', { method: 'POST', headers, body: 'code=1' })
    expect(foreign.status).toBe(403)
    expect(await foreign.text()).toContain('<form method="post" action="/code">')
    expect((await type('1'.repeat(5000))).status).toBe(422)
  })
})

it('digits, tokens and addresses never reach the log', async () => {
  const { digits } = await start()
  const answer = await type(digits, '203.0.113.99')
  const token = new URL(answer.headers.get('location') ?? '').hash.slice(1)
  for (const secret of [digits, token, '203.0.113.99']) expect(test.log.text).not.toContain(secret)
})
