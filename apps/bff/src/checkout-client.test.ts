/** The vendor's official client, with only its base URL changed, does the partner's side of the main job. */
import { Checkout } from 'checkout-sdk-node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listen, type RunningServer } from './server.ts'
import { createBrowserClient, createPartnerClient } from './testing/clients.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'

let test: TestApp
let server: RunningServer
beforeAll(async () => {
  test = await createTestApp()
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
})
afterAll(async () => {
  await server.stop()
  await test.close()
})

it('applicant → authentication → attempt → read', async () => {
  const cko = new Checkout(test.partner.apiKey, { useLegacyDomain: true })
  cko.config.identityVerificationUrl = `http://127.0.0.1:${server.port}`
  const { identities } = cko

  const applicant = await identities.createApplicant({ external_applicant_name: 'Hannah Bret' })
  expect(applicant).toMatchObject({ external_applicant_name: 'Hannah Bret' })
  expect(await identities.getApplicant(applicant.id)).toEqual(applicant)

  const created = await identities.createFaceAuthentication({
    applicant_id: applicant.id,
    user_journey_id: test.partner.userJourneyId,
  })
  expect(created).toMatchObject({ status: 'created', response_codes: [], risk_labels: [] })

  const attempt = await identities.createFaceAuthenticationAttempt(created.id, {
    redirect_url: 'https://partner.example/back',
  })
  expect(attempt.status).toBe('pending_redirection')

  // The client knows no face upload and no camera: the enrolment and the applicant's part go by plain HTTP.
  await createPartnerClient(test).enrol(applicant.id)
  const browser = createBrowserClient(test, new URL(attempt._links.verification_url.href).hash.slice(1))
  await browser.session()
  await browser.consent()
  await browser.upload()

  expect(await identities.getFaceAuthentication(created.id)).toMatchObject({
    status: 'approved',
    response_codes: [{ code: 10000, summary: 'approved' }],
  })
  expect(await identities.listFaceAuthenticationAttempts(created.id)).toMatchObject({
    total_count: 1,
    data: [{ id: attempt.id, status: 'completed' }],
  })
  expect(await identities.getFaceAuthenticationAttempt(created.id, attempt.id)).toMatchObject({
    status: 'completed',
    redirect_url: 'https://partner.example/back',
  })

  const again = identities.createFaceAuthenticationAttempt(created.id, {
    redirect_url: 'https://partner.example/back',
  })
  await expect(again).rejects.toMatchObject({ http_code: 409 })
  await expect(identities.getApplicant('aplt_unknown')).rejects.toMatchObject({ http_code: 404 })
  await expect(identities.createFaceAuthentication({})).rejects.toMatchObject({ http_code: 422 })
})

it('change → assets → anonymize: the rest of its eleven calls', async () => {
  // Its default transport sends `patch` in lower case, which no HTTP server takes (RFC 9110 §9.1).
  const cko = new Checkout(test.partner.apiKey, { useLegacyDomain: true, httpClient: 'axios' })
  cko.config.identityVerificationUrl = `http://127.0.0.1:${server.port}`
  const { identities } = cko
  const partner = createPartnerClient(test)

  const { id } = await identities.createApplicant({ external_applicant_id: 'ext_7', email: 'a@b.example' })
  expect(await identities.updateApplicant(id, { external_applicant_name: 'Hannah Bret' })).toMatchObject({
    id,
    email: 'a@b.example',
    external_applicant_name: 'Hannah Bret',
  })
  await partner.enrol(id)
  const { authenticationId, attemptId } = await partner.finishAttempt(id)

  const page = { skip: 0, limit: 5 }
  const assets = await identities.getFaceAuthenticationAttemptAssets(authenticationId, attemptId, page)
  expect(assets).toMatchObject({ total_count: 1, ...page, data: [{ type: 'face_image' }] })
  const decided = await identities.getFaceAuthentication(authenticationId)
  expect(decided.face.image_signed_url).toContain('/assets/asst_')

  const { face, ...rest } = decided
  expect(await identities.anonymizeFaceAuthentication(authenticationId)).toEqual({
    ...rest,
    modified_on: expect.any(String),
  })
  const anonymized = await identities.anonymizeApplicant(id)
  expect(anonymized).toMatchObject({ id, external_applicant_id: 'ext_7' })
  expect(anonymized).not.toHaveProperty('email')
  expect(anonymized).not.toHaveProperty('external_applicant_name')
})

it('a key of test mode', async () => {
  const { body } = await createPartnerClient(test).post('/api-keys', {
    scopes: ['applicant:*'],
    livemode: false,
  })
  const cko = new Checkout(body.key, { useLegacyDomain: true })
  cko.config.identityVerificationUrl = `http://127.0.0.1:${server.port}`
  const applicant = await cko.identities.createApplicant({ external_applicant_id: 'test_approved' })
  expect(applicant).toMatchObject({ livemode: false })
  expect(await cko.identities.getApplicant(applicant.id)).toEqual(applicant)
})

it('a wrong key is refused as the client expects', async () => {
  const cko = new Checkout(`sk_${'a'.repeat(27)}`, { useLegacyDomain: true })
  cko.config.identityVerificationUrl = `http://127.0.0.1:${server.port}`
  await expect(cko.identities.getApplicant('aplt_x')).rejects.toMatchObject({ http_code: 401 })
})

it('with OAuth client credentials instead of a key', async () => {
  const made = await createPartnerClient(test).post('/oauth-clients', {})
  const options = { client: made.body.client_id, scope: ['identity-verification'], useLegacyDomain: true }
  const cko = new Checkout(made.body.client_secret, options)
  const base = `http://127.0.0.1:${server.port}`
  cko.config.identityVerificationUrl = base
  cko.config.environment.oAuthAuthorizationApi = `${base}/connect/token`

  const applicant = await cko.identities.createApplicant({ email: 'hannah.bret@example.com' })
  expect(await cko.identities.getApplicant(applicant.id)).toEqual(applicant)
  const created = await cko.identities.createFaceAuthentication({
    applicant_id: applicant.id,
    user_journey_id: test.partner.userJourneyId,
  })
  const attempt = await cko.identities.createFaceAuthenticationAttempt(created.id, {
    redirect_url: 'https://partner.example/back',
  })
  expect(await cko.identities.getFaceAuthenticationAttempt(created.id, attempt.id)).toMatchObject({
    id: attempt.id,
    status: 'pending_redirection',
  })

  const wrong = new Checkout('cs_wrong', options)
  wrong.config.identityVerificationUrl = base
  wrong.config.environment.oAuthAuthorizationApi = `${base}/connect/token`
  await expect(wrong.identities.getApplicant(applicant.id)).rejects.toMatchObject({ http_code: 401 })
})
