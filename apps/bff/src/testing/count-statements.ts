import { createProviderRegistry } from '../providers/registry.ts'
import { createBrowserClient, createPartnerClient } from './clients.ts'
import { createScriptedProvider } from './scripted-provider.ts'
import { createScriptedVendor, VENDOR_SECRET } from './scripted-vendor.ts'
import { createTestApp } from './test-app.ts'

const BACK = 'https://partner.example/back'
const REDIRECT = { redirect_url: BACK }

/** What `countStatements` counts today. A request that needs more fails a test and `pnpm bench:bff`. */
export const STATEMENTS = {
  createAuthentication: 4,
  createAttempt: 5,
  /** In the place of one that is open. */
  replaceAttempt: 7,
  readOpen: 2,
  openSession: 9,
  giveConsent: 7,
  /** One of them looks for a picture of which this is a copy, one says that it is being compared. */
  selfie: 16,
  readDecided: 2,
  /** However many there are. */
  listAuthentications: 2,
  listApplicants: 2,
  listAttempts: 2,
  listFaces: 2,
  listEvents: 2,
  /** A person with a face, one face authentication and two attempts at it. */
  anonymize: 54,
  /** The vendor's webhook that tells of it, with the question to the vendor in between. */
  vendorApproval: 11,
}

/**
 * How many statements each act sends to the database, BEGIN and COMMIT counted: each is a round trip. The credential's
 * own look-up is one of them. @param databaseUrl of a PostgreSQL; otherwise PGlite
 */
export const countStatements = async (databaseUrl?: string) => {
  const vendor = createScriptedVendor()
  const providers = createProviderRegistry(createScriptedProvider(), {
    definitions: [vendor.definition],
    toolsFor: () => ({
      now: () => new Date(),
      http: () => {
        throw new Error('never called')
      },
    }),
  })
  const test = await createTestApp({ providers }, databaseUrl)
  const partner = createPartnerClient(test)
  const count = async (act: () => Promise<unknown>): Promise<number> => {
    const before = test.queries.length
    await act()
    return test.queries.length - before
  }
  const postAttempt = async (id: string) => {
    const { body } = await partner.post(`/face-authentications/${id}/attempts`, REDIRECT)
    return createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
  }

  const countSelfie = async () => {
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    const input = { applicant_id: applicantId, user_journey_id: test.partner.userJourneyId }
    let id = ''
    const createAuthentication = await count(async () => {
      id = (await partner.post('/face-authentications', input)).body.id
    })
    const createAttempt = await count(() => postAttempt(id))
    let browser: Awaited<ReturnType<typeof postAttempt>> | undefined
    const replaceAttempt = await count(async () => {
      browser = await postAttempt(id)
    })
    return {
      createAuthentication,
      createAttempt,
      replaceAttempt,
      readOpen: await count(() => partner.get(`/face-authentications/${id}`)),
      openSession: await count(async () => browser?.session()),
      giveConsent: await count(async () => browser?.consent()),
      selfie: await count(async () => browser?.upload()),
      readDecided: await count(() => partner.get(`/face-authentications/${id}`)),
      listAuthentications: await count(() => partner.get('/face-authentications?provider=embedded')),
      listApplicants: await count(() => partner.get('/applicants')),
      listAttempts: await count(() => partner.get('/attempts?source=camera')),
      listFaces: await count(() => partner.get('/faces?status=ACTIVE')),
      listEvents: await count(() => partner.get('/events?type=face_added')),
      anonymize: await count(() => partner.post(`/applicants/${applicantId}/anonymize`, {})),
    }
  }

  const countVendorApproval = async () => {
    const journey = await partner.post('/user-journeys', {
      name: 'Vendor',
      provider: vendor.definition.id,
      provider_settings: { api_key: VENDOR_SECRET },
      allowed_redirect_urls: [BACK],
    })
    const applicantId = await partner.createApplicant()
    await partner.post(`/applicants/${applicantId}/faces`, {
      provider: vendor.definition.id,
      vendor_reference: 'their-name',
    })
    const input = { applicant_id: applicantId, user_journey_id: journey.body.id }
    const browser = await postAttempt((await partner.post('/face-authentications', input)).body.id)
    await browser.session()
    await browser.consent()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    return count(async () => {
      const answer = await test.app.request(`/vendor/${vendor.definition.id}/${journey.body.id}`, {
        method: 'POST',
        headers: { 'x-proof': VENDOR_SECRET },
        body: JSON.stringify({ session: 'v-1' }),
      })
      if (answer.status !== 204) throw new Error(`the vendor's webhook was answered with ${answer.status}`)
    })
  }

  try {
    const counts = { ...(await countSelfie()), vendorApproval: await countVendorApproval() }
    return { counts: counts satisfies typeof STATEMENTS, queries: test.queries }
  } finally {
    await test.close()
  }
}
