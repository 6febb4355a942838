import { describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { back, openCaptures } from '../../testing/open-captures.ts'
import { fakeJpeg } from '../../testing/test-app.ts'

const { test, partner, open } = await openCaptures()

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
      photo_upload: 'never',
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
      theme: { colors: { accent: '#7a0019' }, radius: 4, sound: true },
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

  it('has the texts of its journey compiled, and those from before texts were checked as they are', async () => {
    const { tenantId, userJourneyId } = test.partner
    const copy = {
      'start.title': 'Hello {partner',
      'start.lead': '{partner}: {count, plural, one {# second} other {# seconds}}',
      'start.agree': 'a <b>bold</b> step',
    }
    await test.deps.database.userJourneys.update(tenantId, userJourneyId, { copy }, new Date())
    const { token } = await partner.startAttempt()
    expect((await createBrowserClient(test, token).session()).body.copy).toEqual({
      ...copy,
      'start.lead': [['partner'], ': ', ['count', 2, { one: [0, ' second'], other: [0, ' seconds'] }]],
    })
    // Nobody is kept from changing something else by them.
    const path = `/user-journeys/${userJourneyId}`
    expect(await partner.patch(path, { name: 'x' })).toMatchObject({ status: 200, body: { copy } })
    const changed = { ...copy, 'start.lead': '{partner}' }
    expect((await partner.patch(path, { copy: changed })).body.error_codes).toEqual([
      'copy__start.title__invalid_format',
      'copy__start.agree__invalid_format',
    ])
    await partner.patch(path, { copy: {} })
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

  it('opening a link takes none of its time away', async () => {
    const id = await partner.startAuthentication()
    const body = { redirect_url: 'https://partner.example/', lifetime: 86_400 }
    const attempt = await partner.post(`/face-authentications/${id}/attempts`, body)
    const { hash } = new URL(attempt.body._links.verification_url.href)
    const browser = createBrowserClient(test, hash.slice(1))
    await browser.session()
    test.clock.skewMs += 23 * 3_600_000
    expect((await browser.session()).body.link).toBe('open')
    expect((await browser.consent()).status).toBe(200)
    test.clock.skewMs += 2 * 3_600_000
    expect((await browser.session()).body.link).toBe('used')
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
    // Not to whoever finds it; the browser that has it does get the way back (device.test.ts).
    expect((await used.browser.session()).body).toMatchObject({ link: 'used', next: { next: 'done' } })
    expect((await used.browser.session()).body.next).not.toHaveProperty('redirect_url')
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
