import { beforeEach, describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, BLURRY, DECLINED } from '../../testing/scripted-provider.ts'
import { fakeJpeg } from '../../testing/test-app.ts'

const { test, partner } = await openTestApp()
beforeEach(() => {
  test.provider.script(APPROVED)
  test.provider.duringVerify = async () => {}
})

/** A link, opened; with consent unless told otherwise. */
const open = async ({ consent = true } = {}) => {
  const attempt = await partner.startAttempt()
  const browser = createBrowserClient(test, attempt.token)
  await browser.session()
  if (consent) await browser.consent()
  const read = async () => (await partner.get(`/face-authentications/${attempt.authenticationId}`)).body
  const readAttempt = async () =>
    (await partner.get(`/face-authentications/${attempt.authenticationId}/attempts/${attempt.attemptId}`))
      .body
  return { ...attempt, browser, read, readAttempt }
}

const back = (id: string, event: string, code?: number) =>
  `https://partner.example/back?cart=7&id=${id}&event=face_authentication_${event}${code ? `&response_code=${code}` : ''}`

describe('session', () => {
  it('opens the link once and says what to show', async () => {
    const attempt = await partner.startAttempt()
    const browser = createBrowserClient(test, attempt.token)
    const expected = {
      purpose: 'authentication',
      capture_mode: 'selfie-upload',
      attempt_id: attempt.attemptId,
      link: 'open',
      next: { next: 'capture' },
      partner_name: 'Test & Co',
      consent_given: false,
      locale: null,
      max_image_bytes: 5 * 1024 * 1024,
      handoff: true,
      handed_over: false,
      theme: {},
      copy: {},
      thresholds: {},
      alternative_url: null,
      engine: { files: [{ url: '/engine/test/face_landmarker.task', sha256: 'ab'.repeat(32), bytes: 4 }] },
    }
    for (const _ of [1, 2]) expect((await browser.session()).body).toEqual(expected)
    expect((await partner.get(`/face-authentications/${attempt.authenticationId}`)).body.status).toBe(
      'capture_in_progress',
    )
  })

  it('looks and reads as its journey says, and knows the way without a face', async () => {
    const look = {
      theme: { colors: { accent: '#7a0019' }, radius: 4 },
      copy: { 'start.title': 'Hello again' },
      alternative_url: 'https://partner.example/branch',
      thresholds: { yaw: { enter: 20, leave: 18 }, motion: null },
    }
    await partner.patch(`/user-journeys/${test.partner.userJourneyId}`, look)
    const { token } = await partner.startAttempt()
    expect((await createBrowserClient(test, token).session()).body).toMatchObject(look)
    const plain = { theme: {}, copy: {}, alternative_url: null, thresholds: {} }
    await partner.patch(`/user-journeys/${test.partner.userJourneyId}`, plain)
  })

  it('speaks the language of the attempt before that of the client information', async () => {
    const id = await partner.startAuthentication()
    const ask = async (body: object) => {
      const path = `/face-authentications/${id}/attempts`
      const attempt = await partner.post(path, { redirect_url: 'https://partner.example/', ...body })
      const { hash } = new URL(attempt.body._links.verification_url.href)
      return (await createBrowserClient(test, hash.slice(1)).session()).body.locale
    }
    const client_information = { pre_selected_language: 'fr-FR' }
    expect(await ask({ client_information })).toBe('fr-FR')
    expect(await ask({ client_information, locale: 'nb-NO' })).toBe('nb-NO')
  })

  it('a link lives as long as it was told', async () => {
    const id = await partner.startAuthentication()
    const body = { redirect_url: 'https://partner.example/', lifetime: 2_592_000 }
    const attempt = await partner.post(`/face-authentications/${id}/attempts`, body)
    test.clock.skewMs += 2_592_000_000 - 60_000
    const browser = createBrowserClient(
      test,
      new URL(attempt.body._links.verification_url.href).hash.slice(1),
    )
    expect((await browser.session()).body.link).toBe('open')
    test.clock.skewMs = 0
  })

  it('the page alone leaves the link unopened, so a preview cannot burn it', async () => {
    const attempt = await partner.startAttempt()
    const page = await test.app.request(`/verify/${attempt.attemptId}`)
    expect(page.status).toBe(200)
    expect((await partner.get(`/face-authentications/${attempt.authenticationId}`)).body.status).toBe(
      'pending',
    )
  })

  it('without an enrolled face the link waits for one', async () => {
    const applicant = await partner.post('/applicants', {})
    const body = { applicant_id: applicant.body.id, user_journey_id: test.partner.userJourneyId }
    const { id } = (await partner.post('/face-authentications', body)).body
    const { token } = await partner.startAttempt(id)
    const browser = createBrowserClient(test, token)
    expect(await browser.session()).toMatchObject({ status: 409, body: { code: 'REFERENCE_MISSING' } })
    expect((await partner.get(`/face-authentications/${id}`)).body.status).toBe('pending')
    await partner.enrol(applicant.body.id)
    expect(await browser.session()).toMatchObject({ status: 200, body: { link: 'open' } })
  })

  it('no link opens, and no picture is compared, without the liveness that the journey demands', async () => {
    const { userJourneyId } = test.partner
    const setLiveness = (liveness: 'none' | 'passive') => {
      test.provider.capabilities = { ...test.provider.capabilities, liveness }
    }
    const setPolicy = (liveness_policy: string) =>
      partner.patch(`/user-journeys/${userJourneyId}`, { liveness_policy })
    setLiveness('passive')
    expect((await setPolicy('required')).status).toBe(200)
    try {
      const { browser, read } = await open()
      const unopened = createBrowserClient(test, (await partner.startAttempt()).token)
      setLiveness('none')
      const expected = { status: 409, body: { code: 'LIVENESS_UNAVAILABLE' } }
      expect(await unopened.session()).toMatchObject(expected)
      expect(await browser.upload()).toMatchObject(expected)
      expect((await read()).status).toBe('capture_in_progress')
    } finally {
      setLiveness('none')
      await setPolicy('none')
    }
  })

  it('a link that ran out, was used or was replaced says so and shows the way back', async () => {
    const expired = await partner.startAttempt()
    test.clock.skewMs += 31 * 60_000
    expect((await createBrowserClient(test, expired.token).session()).body).toMatchObject({
      link: 'expired',
      next: { next: 'done', redirect_url: back(expired.authenticationId, 'link_expired', 61101) },
    })
    const used = await open()
    await used.browser.upload()
    expect((await used.browser.session()).body).toMatchObject({
      link: 'used',
      next: { redirect_url: back(used.authenticationId, 'capture_completed') },
    })
    const replaced = await open()
    await partner.startAttempt(replaced.authenticationId)
    expect((await replaced.browser.session()).body).toMatchObject({ link: 'replaced' })
  })

  it.each(['', 'x', 'A'.repeat(43)])('token %j: 401', async (token) => {
    const answer = await createBrowserClient(test, token).session()
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'CAPTURE_TOKEN_INVALID', retryable: false, requestId: expect.any(String) },
    })
  })

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('from elsewhere %j: 403', async (headers) => {
    const { browser } = await open()
    expect((await browser.request('GET', 'session', { headers })).status).toBe(403)
  })
})

describe('selfie', () => {
  it('of the right person approves, and the browser learns nothing of it', async () => {
    const { browser, read, readAttempt, authenticationId } = await open()
    const answer = await browser.upload()
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.body).toEqual({ next: 'done', redirect_url: back(authenticationId, 'capture_completed') })
    expect(await read()).toMatchObject({
      status: 'approved',
      response_codes: [{ code: 10000, summary: 'approved' }],
    })
    expect((await readAttempt()).status).toBe('completed')
  })

  it('keeps what the browser measured with the picture, for the partner alone', async () => {
    const { browser, authenticationId, attemptId } = await open()
    const answer = await browser.upload(fakeJpeg(), { 'capture-quality': 'x49=88, x52=100, x5b=0' })
    expect(JSON.stringify(answer.body)).not.toContain('x49')
    const path = `/face-authentications/${authenticationId}/attempts/${attemptId}/assets`
    expect((await partner.get(path)).body.data).toMatchObject([{ quality: { x49: 88, x52: 100, x5b: 0 } }])
  })

  it.each([
    ['no dictionary', 'x49='],
    ['an unknown component', 'x41=90'],
    ['more than 100', 'x49=101'],
    ['less than 0', 'x49=-1'],
    ['a fraction', 'x49=88.5'],
    ['text', 'x49="88"'],
    ['a list', 'x49=(1 2)'],
    ['too much', `x49=88, ${'x49=88, '.repeat(200)}x49=88`],
  ])('is refused with a quality that is %s, and can be sent again', async (_, quality) => {
    const { browser } = await open()
    expect(await browser.upload(fakeJpeg(), { 'capture-quality': quality })).toMatchObject({
      status: 400,
      body: { code: 'PICTURE_QUALITY_INVALID', retryable: false },
    })
    expect((await browser.upload()).body).toMatchObject({ next: 'done' })
  })

  it('of another person declines with the same answer to the browser', async () => {
    test.provider.script(DECLINED)
    const { browser, read, authenticationId } = await open()
    expect((await browser.upload()).body).toEqual({
      next: 'done',
      redirect_url: back(authenticationId, 'capture_completed'),
    })
    expect(await read()).toMatchObject({ status: 'declined', response_codes: [{ code: 62321 }] })
  })

  it('that cannot be used is taken again, three times at most, and is not kept', async () => {
    test.provider.script(BLURRY)
    const before = (await test.deps.assets.list()).length
    const { browser, read, readAttempt, authenticationId } = await open()
    const kept = before + 1 // the enrolled face
    for (const _ of [1, 2]) {
      expect((await browser.upload()).body).toEqual({ next: 'retry', reasons: ['face_blurry'] })
      expect((await read()).status).toBe('capture_in_progress')
    }
    expect((await browser.upload()).body).toEqual({
      next: 'done',
      redirect_url: back(authenticationId, 'checks_inconclusive', 61401),
    })
    expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code: 61401 }] })
    expect((await readAttempt()).status).toBe('checks_inconclusive')
    expect(await test.deps.assets.list()).toHaveLength(kept)
    expect((await partner.startAttempt(authenticationId)).attemptId).toMatch(/^fatp_/)
  })

  it('then a good one still counts', async () => {
    test.provider.script(BLURRY, APPROVED)
    const { browser, read } = await open()
    await browser.upload()
    await browser.upload()
    expect((await read()).status).toBe('approved')
  })

  it('a provider that is down keeps everything as it was', async () => {
    test.provider.script('down', APPROVED)
    const { browser, read } = await open()
    expect(await browser.upload()).toMatchObject({
      status: 503,
      body: { code: 'PROVIDER_UNAVAILABLE', retryable: true },
    })
    expect((await read()).status).toBe('capture_in_progress')
    expect((await browser.upload()).body.next).toBe('done')
  })

  it('needs consent', async () => {
    const { browser, read } = await open({ consent: false })
    expect(await browser.upload()).toMatchObject({ status: 409, body: { code: 'CONSENT_REQUIRED' } })
    expect((await read()).status).toBe('capture_in_progress')
  })

  it.each([
    ['GIF', new TextEncoder().encode('GIF89a…')],
    ['nothing', new Uint8Array()],
    ['one byte', new Uint8Array([0xff])],
    ['HTML that says it is a JPEG', new TextEncoder().encode('<!doctype html>')],
  ])('%s: 415', async (_, picture) => {
    const { browser } = await open()
    expect(await browser.upload(picture)).toMatchObject({
      status: 415,
      body: { code: 'IMAGE_TYPE_UNSUPPORTED' },
    })
  })

  it('5 MB pass, one byte more is stopped without reading on', async () => {
    const most = 5 * 1024 * 1024
    const fits = await open()
    expect((await fits.browser.upload(fakeJpeg(most))).status).toBe(200)

    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const chunk = fakeJpeg(64 * 1024)
        sent += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    const tooLarge = await open()
    const answer = await tooLarge.browser.upload(endless)
    expect(answer).toMatchObject({ status: 413, body: { code: 'IMAGE_TOO_LARGE' } })
    expect(sent).toBeLessThan(most + 1024 * 1024)
    expect((await tooLarge.browser.upload()).body.next).toBe('done')
  })

  it('the newest of two wins', async () => {
    const { browser, read } = await open()
    let second: Promise<unknown> | undefined
    test.provider.duringVerify = async () => {
      test.provider.duringVerify = async () => {}
      second = browser.upload()
      await second
    }
    expect((await browser.upload()).status).toBe(409)
    expect(await second).toMatchObject({ status: 200, body: { next: 'done' } })
    expect(await read()).toMatchObject({ status: 'approved' })
  })

  it('that arrives after the person left changes nothing', async () => {
    const { browser, read } = await open()
    test.provider.duringVerify = async () => {
      await browser.abort('left')
    }
    expect((await browser.upload()).status).toBe(409)
    expect((await read()).status).toBe('retry_required')
  })

  it('after the end: 409, and no second comparison', async () => {
    const { browser, read } = await open()
    await browser.upload()
    const compared = test.provider.verified
    expect(await browser.upload()).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
    expect(test.provider.verified).toBe(compared)
    expect((await read()).status).toBe('approved')
  })
})

describe('leaving', () => {
  it.each([
    ['camera_access_refused', 61113],
    ['camera_not_found', 61203],
    ['left', 61121],
    ['not_ready', 61111],
  ])('%s closes the attempt with %i and leaves the door open', async (reason, code) => {
    const { browser, read, readAttempt, authenticationId } = await open()
    const away = { next: 'done', redirect_url: back(authenticationId, 'capture_aborted', code) }
    expect((await browser.abort(reason)).body).toEqual(away)
    expect((await browser.abort('left')).body).toEqual(away)
    expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code }] })
    expect((await readAttempt()).status).toBe('capture_aborted')
  })

  it('no thanks ends it', async () => {
    const { browser, read, authenticationId } = await open({ consent: false })
    expect((await browser.refuse()).body.redirect_url).toBe(back(authenticationId, 'capture_refused', 63001))
    expect(await read()).toMatchObject({ status: 'refused', response_codes: [{ code: 63001 }] })
    const path = `/face-authentications/${authenticationId}/attempts`
    expect((await partner.post(path, { redirect_url: 'https://partner.example/back' })).status).toBe(409)
  })

  it('an unknown reason: 422', async () => {
    const { browser } = await open()
    expect((await browser.abort('bored')).status).toBe(422)
  })

  it('an opened link that is never finished counts as left', async () => {
    const { read, browser } = await open()
    test.clock.skewMs += 31 * 60_000
    expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code: 61121 }] })
    expect((await browser.next()).body.next).toBe('done')
  })
})

it('no decision, key, token or picture is ever written to the log', async () => {
  const { browser, token } = await open()
  await browser.upload()
  expect(test.log.text).toContain('/capture/selfie')
  for (const secret of [
    token,
    test.partner.apiKey,
    Buffer.from(fakeJpeg()).toString('base64').slice(0, 24),
  ]) {
    expect(test.log.text).not.toContain(secret)
  }
})
