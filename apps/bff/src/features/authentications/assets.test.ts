import { beforeEach, expect, it } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../testing/scripted-provider.ts'
import { fakeJpeg, PUBLIC_URL } from '../../testing/test-app.ts'

const { test, partner } = await openTestApp()
beforeEach(() => {
  test.clock.skewMs = 0
  test.provider.script(APPROVED)
})

const finish = async () => {
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  const picture = fakeJpeg()
  const attempt = await partner.finishAttempt(applicantId, picture)
  const path = `/face-authentications/${attempt.authenticationId}/attempts/${attempt.attemptId}/assets`
  return { ...attempt, applicantId, picture, path }
}

/** Nobody's key is sent along. */
const fetchUrl = (href: string) => test.app.request(href.slice(PUBLIC_URL.length))

const signed = async () => {
  const { path, picture } = await finish()
  const href: string = (await partner.get(path)).body.data[0]._links.asset_url.href
  return { path, picture, href }
}

it('an attempt lists its pictures in the documented shape', async () => {
  const { path } = await finish()
  expect((await partner.get(path)).body).toEqual({
    total_count: 1,
    skip: 0,
    limit: 10,
    data: [
      {
        type: 'face_image',
        _links: {
          asset_url: {
            href: expect.stringMatching(
              new RegExp(
                `^${PUBLIC_URL}/assets/asst_[a-z2-7]{26}\\?expires=\\d{10}&by=key_[a-z2-7]{26}&signature=[\\w-]{43}$`,
              ),
            ),
          },
        },
      },
    ],
    _links: { self: { href: `${PUBLIC_URL}${path}?skip=0&limit=10` } },
  })
  expect((await partner.get(`${path}?skip=1`)).body).toMatchObject({ total_count: 1, data: [] })
  expect((await partner.get(`${path}?limit=x`)).status).toBe(422)
  const open = await partner.startAttempt()
  const empty = `/face-authentications/${open.authenticationId}/attempts/${open.attemptId}/assets`
  expect((await partner.get(empty)).body).toMatchObject({ total_count: 0, data: [] })
  expect((await partner.get(empty.replace(open.attemptId, 'fatp_x'))).status).toBe(404)
})

it('a signed address can be shown by an <img> of any page, unsigned ones by none', async () => {
  const { href } = await signed()
  const policyOf = async (url: string) => (await fetchUrl(url)).headers.get('cross-origin-resource-policy')
  expect(await policyOf(href)).toBe('cross-origin')
  expect(await policyOf(href.replace('signature=', 'signature=x'))).toBe('same-origin')
})

it('a signed address gives the picture to whoever holds it, and no cache keeps it', async () => {
  const { href, picture } = await signed()
  const answer = await fetchUrl(href)
  expect(answer.status).toBe(200)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture)
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

it('works for 15 minutes', async () => {
  const { href } = await signed()
  test.clock.skewMs = 14 * 60_000
  expect((await fetchUrl(href)).status).toBe(200)
  test.clock.skewMs = 15 * 60_000
  const late = await fetchUrl(href)
  expect(late.status).toBe(403)
  expect(await late.json()).toMatchObject({ error_codes: ['asset_url_invalid'] })
})

it.each([
  ['another picture', { path: true }],
  ['a later end', { expires: '9999999999' }],
  ['no end', { expires: '' }],
  ['another key', { by: `key_${'a'.repeat(26)}` }],
  ['no key', { by: '' }],
  ['another signature', { signature: 'A'.repeat(43) }],
  ['a short signature', { signature: 'AA' }],
  ['no signature', { signature: '' }],
])('%s is refused', async (_, { path = false, ...query }: { path?: boolean } & Record<string, unknown>) => {
  const url = new URL((await signed()).href)
  if (path) url.pathname = new URL((await signed()).href).pathname
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  expect((await fetchUrl(url.href)).status).toBe(403)
})

it('signatures never reach the log', async () => {
  const { href } = await signed()
  await fetchUrl(href)
  const signature = new URL(href).searchParams.get('signature') ?? 'missing'
  expect(test.log.text).toContain(new URL(href).pathname)
  expect(test.log.text).not.toContain(signature)
})

it('a decision comes with its picture, whichever way it went', async () => {
  for (const [outcome, status] of [
    [APPROVED, 'approved'],
    [DECLINED, 'declined'],
  ] as const) {
    test.provider.script(outcome)
    const { authenticationId } = await finish()
    const { body } = await partner.get(`/face-authentications/${authenticationId}`)
    expect(body.status).toBe(status)
    expect((await fetchUrl(body.face.image_signed_url)).status).toBe(200)
  }
  const open = await partner.startAttempt()
  const { body } = await partner.get(`/face-authentications/${open.authenticationId}`)
  expect(body).not.toHaveProperty('face')
})
