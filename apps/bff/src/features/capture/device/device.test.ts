import { describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import { createPhoneClient } from '../../../testing/phone-client.ts'
import { createSoftDevice } from '../../../testing/soft-device.ts'
import { fakeJpeg, PUBLIC_URL } from '../../../testing/test-app.ts'
import { PROOF_LIFETIME_MS } from './proof-freshness.ts'
import { createUsedProofs } from './used-proofs.ts'

const { test, partner } = await openTestApp()
const IN_USE = { status: 409, body: { code: 'LINK_IN_USE', retryable: false } }
const REFUSED = { status: 401, body: { code: 'PROOF_INVALID' } }

/** A link that a browser with a key has opened, and the same link elsewhere. */
const open = async (clockSkewMs = 0) => {
  const { token } = await partner.startAttempt()
  const browser = createSoftDevice(test, token, clockSkewMs)
  expect((await browser.session()).status).toBe(200)
  return { token, browser, copy: createSoftDevice(test, token), bare: createBrowserClient(test, token) }
}

describe('a link', () => {
  it('belongs to the first browser that opens it with a key, and goes on there to the end', async () => {
    const { browser } = await open()
    expect(await browser.request('POST', 'consent')).toMatchObject({ status: 200 })
    const picture = { body: fakeJpeg(), duplex: 'half' } as RequestInit
    const { body } = await browser.request('PUT', 'selfie', picture)
    expect(body.next).toBe('done')
    // Used, it still shows this browser the way back.
    expect((await browser.session()).body).toMatchObject({ link: 'used', next: body })
  })

  it.each([
    ['GET', 'session'],
    ['GET', 'next'],
    ['POST', 'consent'],
    ['PUT', 'selfie'],
    ['POST', 'refuse'],
    ['POST', 'challenge'],
    ['POST', 'handoff'],
    ['GET', 'handoff'],
    ['GET', 'handoff/events'],
    ['POST', 'handoff/cancel'],
    ['POST', 'release'],
    ['POST', 'events'],
  ])(
    'that was copied answers %s %s with LINK_IN_USE, with another key and without one',
    async (method, path) => {
      const { browser, copy, bare } = await open()
      await browser.request('POST', 'handoff')
      expect(await copy.request(method, path)).toMatchObject(IN_USE)
      expect(await bare.request(method, path)).toMatchObject(IN_USE)
      expect((await browser.request('GET', 'next')).status).toBe(200)
    },
  )

  it('of an enrolment does so too', async () => {
    const applicantId = await partner.createApplicant()
    const { body } = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
      redirect_url: 'https://partner.example/',
    })
    const token = new URL(body._links.verification_url.href).hash.slice(1)
    const browser = createSoftDevice(test, token)
    await browser.session()
    expect(await createSoftDevice(test, token).session()).toMatchObject(IN_USE)
    expect((await browser.request('POST', 'consent')).status).toBe(200)
  })

  it('that two open at once is given to one of them', async () => {
    const { token } = await partner.startAttempt()
    const browsers = [createSoftDevice(test, token), createSoftDevice(test, token)]
    const answers = await Promise.all(browsers.map((browser) => browser.session()))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('without any key is open to whoever has it, and taken by the first that brings one', async () => {
    const { token } = await partner.startAttempt()
    const bare = createBrowserClient(test, token)
    for (const _ of [1, 2]) expect((await bare.session()).status).toBe(200)
    expect((await bare.consent()).status).toBe(200)
    expect((await createSoftDevice(test, token).session()).status).toBe(200)
    expect(await bare.session()).toMatchObject(IN_USE)
  })

  it('that its browser lets go is taken by the next', async () => {
    const { browser, copy } = await open()
    expect((await browser.request('POST', 'release')).body).toEqual({ next: 'capture' })
    expect((await copy.session()).status).toBe(200)
    expect(await browser.request('GET', 'next')).toMatchObject(IN_USE)
  })
})

describe('a proof', () => {
  it('needs no nonce where the clocks agree: a page that is loaded again asks once', async () => {
    const { browser } = await open()
    browser.forgetNonce()
    const proof = browser.prove('GET', 'session')
    expect((await browser.send('GET', 'session', proof)).status).toBe(200)
    expect(await browser.send('GET', 'session', proof)).toMatchObject(REFUSED)
  })

  it('counts once', async () => {
    const { browser } = await open()
    const proof = browser.prove('POST', 'consent')
    expect((await browser.send('POST', 'consent', proof)).status).toBe(200)
    expect(await browser.send('POST', 'consent', proof)).toMatchObject(REFUSED)
  })

  it('counts five minutes at most', async () => {
    const { browser } = await open()
    const proof = browser.prove('POST', 'consent')
    test.clock.skewMs += PROOF_LIFETIME_MS
    expect(await browser.send('POST', 'consent', proof)).toMatchObject(REFUSED)
    expect((await browser.request('POST', 'consent')).status).toBe(200)
  })

  it.each([-3, 3])('of a device whose clock is %i days off counts by our nonce', async (days) => {
    const { browser } = await open(days * 24 * 3_600_000)
    expect((await browser.request('POST', 'consent')).status).toBe(200)
    browser.forgetNonce()
    const reloaded = await browser.session()
    expect(reloaded).toMatchObject(REFUSED)
    expect(reloaded.headers.get('dpop-nonce')).toMatch(/^\w+\.[\w-]{43}$/)
    expect((await browser.session()).status).toBe(200)
  })

  it.each([
    ['another path', { htu: `${PUBLIC_URL}/capture/refuse` }, {}],
    ['another server', { htu: 'https://elsewhere.example/capture/consent' }, {}],
    ['another method', { htm: 'GET' }, {}],
    ['another link', { ath: 'A'.repeat(43) }, {}],
    ['a nonce that was made up', { nonce: `zzzzzzzz.${'A'.repeat(43)}` }, {}],
    ['another algorithm', {}, { alg: 'none' }],
    ['another kind of token', {}, { typ: 'JWT' }],
    ['a point off the curve', {}, { jwk: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } }],
  ])('for %s counts for nothing', async (_, claims, header) => {
    const { browser } = await open()
    const proof = browser.prove('POST', 'consent', claims, header)
    expect(await browser.send('POST', 'consent', proof)).toMatchObject(REFUSED)
  })

  it.each(['', 'x', 'a.b.c', 'x'.repeat(5000)])('is no %j', async (proof) => {
    const { bare } = await open()
    const headers = { dpop: proof }
    expect(await bare.request('GET', 'next', { headers })).toMatchObject(REFUSED)
  })

  it('that somebody altered counts for nothing', async () => {
    const { browser } = await open()
    const [head, , signature] = browser.prove('GET', 'next').split('.')
    const [, body] = browser.prove('POST', 'consent').split('.')
    expect(await browser.send('POST', 'consent', `${head}.${body}.${signature}`)).toMatchObject(REFUSED)
  })

  it('is remembered for as long as it would be good, of the newest only', () => {
    const used = createUsedProofs(100, 2)
    expect([used.use('a', 0), used.use('a', 99), used.use('a', 100)]).toEqual([true, false, true])
    for (const id of ['b', 'c', 'd']) expect(used.use(id, 110)).toBe(true)
    expect(used.use('d', 111)).toBe(false)
  })
})

describe('a hand-off', () => {
  const handOver = async () => {
    const { browser, copy, token } = await open()
    const { qr, number } = (await browser.request('POST', 'handoff')).body
    const { verification_url } = (await createPhoneClient(test).confirm(qr.url, number)).body
    const given = new URL(verification_url).hash.slice(1)
    return { browser, copy, token, phone: createSoftDevice(test, given), given }
  }

  it('moves the link to the device that takes it, and the first one follows with its own key', async () => {
    const { browser, copy, phone, given } = await handOver()
    expect((await phone.session()).body).toMatchObject({ link: 'open', handed_over: true })
    expect(await createSoftDevice(test, given).session()).toMatchObject(IN_USE)
    expect((await browser.request('GET', 'handoff')).body.state).toBe('connected')
    expect(await copy.request('GET', 'handoff')).toMatchObject(IN_USE)
    expect((await browser.session()).status).toBe(401)
  })

  it('that is taken back gives the link to the first device again, and to no copy', async () => {
    const { browser, copy, phone } = await handOver()
    await phone.session()
    expect(await copy.request('POST', 'handoff/cancel')).toMatchObject(IN_USE)
    expect((await browser.request('POST', 'handoff/cancel')).body.state).toBe('cancelled')
    expect(await copy.session()).toMatchObject(IN_USE)
    expect((await browser.session()).status).toBe(200)
    expect((await phone.request('GET', 'next')).status).toBe(401)
  })
})
