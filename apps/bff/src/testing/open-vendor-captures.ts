import { afterAll, beforeEach } from 'vitest'
import { followVendor } from '../jobs/vendor-work.ts'
import { createProviderRegistry } from '../providers/registry.ts'
import { createBrowserClient, createPartnerClient } from './clients.ts'
import { createScriptedProvider, VENDOR_DEFINITION } from './scripted-provider.ts'
import { createScriptedVendor, VENDOR_SECRET } from './scripted-vendor.ts'
import { createTestApp } from './test-app.ts'

/** Where the journey of each test lets people go back to. */
export const BACK = 'https://partner.example/back'

/** One app for a whole test file, with a new journey for each test whose captures are made by a scripted vendor. */
export const openVendorCaptures = async () => {
  const vendor = createScriptedVendor()
  /** Takes pictures to compare with. */
  const comparing = createScriptedVendor({ id: 'comparing-vendor', references: ['upload', 'vendor'] })
  const providers = createProviderRegistry(createScriptedProvider(), {
    definitions: [vendor.definition, comparing.definition, VENDOR_DEFINITION],
    toolsFor: () => ({
      now: () => new Date(),
      http: () => {
        throw new Error('never called')
      },
    }),
  })
  const test = await createTestApp({ providers })
  const partner = createPartnerClient(test)
  const journey = { id: '' }
  afterAll(() => test.close())
  beforeEach(async () => {
    Object.assign(vendor, {
      results: [{ kind: 'pending' }],
      isDown: false,
      started: [],
      calls: [],
      hints: [],
    })
    vendor.duringStart = async () => {}
    const { body } = await partner.post('/user-journeys', {
      name: 'Vendor',
      provider: 'scripted-vendor',
      provider_settings: { api_key: VENDOR_SECRET },
      allowed_redirect_urls: [BACK],
    })
    journey.id = body.id
  })

  const startAttempt = async (known?: string) => {
    const applicantId = await partner.createApplicant()
    await partner.post(`/applicants/${applicantId}/faces`, {
      provider: 'scripted-vendor',
      vendor_reference: 'their-name',
    })
    const input = { applicant_id: applicantId, user_journey_id: journey.id }
    const id: string = known ?? (await partner.post('/face-authentications', input)).body.id
    const attempt = await partner.post(`/face-authentications/${id}/attempts`, { redirect_url: BACK })
    const token = new URL(attempt.body._links.verification_url.href).hash.slice(1)
    return { id, applicantId, attemptId: attempt.body.id as string, token }
  }

  /** A person who has agreed, so that the vendor was asked for a capture. */
  const begin = async () => {
    const attempt = await startAttempt()
    const browser = createBrowserClient(test, attempt.token)
    await browser.session()
    const { body } = await browser.consent()
    return { ...attempt, browser, next: body }
  }
  const wayBack = () => new URL(vendor.started.at(-1)?.returnUrl ?? '').pathname
  const comeBack = async (path = wayBack()) => {
    const answer = await test.app.request(`${path}?id=theirs&event=approved&response_code=10000`)
    return { status: answer.status, location: answer.headers.get('location') ?? '' }
  }
  const notify = (
    session: string,
    { proof = VENDOR_SECRET, journeyId = journey.id, why = undefined as string | undefined } = {},
  ) =>
    test.app.request(`/vendor/scripted-vendor/${journeyId}`, {
      method: 'POST',
      headers: { 'x-proof': proof },
      body: JSON.stringify({ session, why }),
    })
  const status = async (id: string) => {
    const { body } = await partner.get(`/face-authentications/${id}`)
    return [body.status, ...body.response_codes.map(({ code }: { code: number }) => code)].join(' ')
  }
  const follow = ({ attemptId }: { attemptId: string }, laterMs = 0) => {
    test.clock.skewMs += laterMs
    return followVendor(test.deps, { tenantId: test.partner.tenantId, attemptId })
  }
  const read = (session = 'v-1') => vendor.calls.filter((call) => call === `read ${session}`).length
  return {
    test,
    partner,
    vendor,
    comparing,
    journey,
    startAttempt,
    begin,
    wayBack,
    comeBack,
    notify,
    status,
    follow,
    read,
  }
}
