import { createBrowserClient, createPartnerClient } from './clients.ts'
import type { TestApp } from './test-app.ts'

const REDIRECT = { redirect_url: 'https://partner.example/back' }

/**
 * How many statements each act sends to the database, BEGIN and COMMIT counted: each is a round trip. The credential's
 * own look-up is one of them.
 */
export const countStatements = async (test: TestApp) => {
  const partner = createPartnerClient(test)
  const count = async (act: () => Promise<unknown>): Promise<number> => {
    const before = test.queries.length
    await act()
    return test.queries.length - before
  }
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  const input = { applicant_id: applicantId, user_journey_id: test.partner.userJourneyId }
  const authentication = { id: '', token: '' }
  const createAuthentication = await count(async () => {
    authentication.id = (await partner.post('/face-authentications', input)).body.id
  })
  const path = `/face-authentications/${authentication.id}`
  const createAttempt = await count(() => partner.post(`${path}/attempts`, REDIRECT))
  const replaceAttempt = await count(async () => {
    const { body } = await partner.post(`${path}/attempts`, REDIRECT)
    authentication.token = new URL(body._links.verification_url.href).hash.slice(1)
  })
  const browser = createBrowserClient(test, authentication.token)
  return {
    createAuthentication,
    createAttempt,
    /** In the place of one that is open. */
    replaceAttempt,
    readOpen: await count(() => partner.get(path)),
    openSession: await count(() => browser.session()),
    giveConsent: await count(() => browser.consent()),
    selfie: await count(() => browser.upload()),
    readDecided: await count(() => partner.get(path)),
  }
}
