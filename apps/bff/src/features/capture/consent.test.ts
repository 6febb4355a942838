import { CONSENT_TEXT_VERSION } from '@visavis/shared/consent'
import { describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { openCaptures } from '../../testing/open-captures.ts'

const { test, partner } = await openCaptures()
const { userJourneyId } = test.partner
const NOTICE = {
  controller: 'Harbour Bank plc',
  privacy_url: 'https://bank.example/privacy',
  shared_with: ['Yoti Ltd'],
}

const start = async () => {
  const started = await partner.startAttempt()
  const path = `/face-authentications/${started.authenticationId}/attempts/${started.attemptId}`
  const readConsent = async () => (await partner.get(path)).body.details?.consent
  return { browser: createBrowserClient(test, started.token), readConsent }
}
const setJourney = (change: object) => partner.patch(`/user-journeys/${userJourneyId}`, change)

describe('consent', () => {
  it('is kept with the language and the version of its words, and shown to the partner', async () => {
    const { browser, readConsent } = await start()
    await browser.session()
    expect(await readConsent()).toBeUndefined()
    expect(await browser.post('consent', { language: 'de' })).toMatchObject({ status: 200 })
    const first = await readConsent()
    expect(first).toEqual({
      given_on: expect.any(String),
      purpose: 'authentication',
      language: 'de',
      text_version: CONSENT_TEXT_VERSION,
    })
    // Agreeing again, in another language, changes nothing of what was agreed to.
    await browser.post('consent', { language: 'fr' })
    expect(await readConsent()).toEqual(first)
  })

  it('needs no body: clients of before send none, or what they like', async () => {
    const { browser, readConsent } = await start()
    await browser.session()
    expect(await browser.post('consent', { agreed: true })).toMatchObject({ status: 200 })
    expect(await readConsent()).not.toHaveProperty('language')
  })

  it('to a notice says to which one: the same words have the same version, whatever their order', async () => {
    const agreed = async () => {
      const { browser, readConsent } = await start()
      const session = (await browser.session()).body
      await browser.post('consent', {})
      return { session, version: (await readConsent()).notice_version }
    }
    await setJourney({ consent_notice: NOTICE, copy: { 'start.title': 'Hello' }, retention_days: 7 })
    try {
      const one = await agreed()
      expect(one.session.notice).toEqual({ ...NOTICE, picture_days: 7 })
      const { controller, ...rest } = NOTICE
      await setJourney({ consent_notice: { ...rest, controller } })
      expect((await agreed()).version).toBe(one.version)
      await setJourney({ consent_notice: { ...NOTICE, controller: 'Another Bank' } })
      expect((await agreed()).version).not.toBe(one.version)
    } finally {
      await setJourney({ consent_notice: null, copy: {}, retention_days: 30 })
    }
    expect((await agreed()).version).toBeUndefined()
  })

  it('to an enrolment is read there', async () => {
    const applicantId = await partner.createApplicant()
    const enrolments = `/applicants/${applicantId}/face-enrollments`
    const { body } = await partner.post(enrolments, { redirect_url: 'https://partner.example/back' })
    const browser = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
    await browser.session()
    await browser.post('consent', { language: 'ja' })
    expect((await partner.get(`${enrolments}/${body.id}`)).body.consent).toMatchObject({
      purpose: 'enrolment',
      language: 'ja',
    })
  })

  it('outlives the person’s data: whoever relied on it can show it', async () => {
    const started = await partner.startAttempt()
    const browser = createBrowserClient(test, started.token)
    await browser.session()
    await browser.post('consent', { language: 'nl' })
    await partner.post(`/face-authentications/${started.authenticationId}/anonymize`, {})
    const path = `/face-authentications/${started.authenticationId}/attempts/${started.attemptId}`
    expect((await partner.get(path)).body.details.consent).toMatchObject({ language: 'nl' })
  })

  it.each([
    [{ ...NOTICE, controller: '' }, 'consent_notice__controller__too_short'],
    [{ controller: 'Bank' }, 'consent_notice__privacy_url__required'],
    [{ ...NOTICE, terms_url: 'javascript:alert(1)' }, 'consent_notice__terms_url__invalid_format'],
  ])('notice %o is refused', async (consent_notice, code) => {
    expect(await setJourney({ consent_notice })).toMatchObject({ status: 422, body: { error_codes: [code] } })
  })
})
