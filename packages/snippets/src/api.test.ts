/** What the pages tell partners to send is sent here, with a real curl to a real server. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { userJourneySchema } from '@visavis/shared/access-answers'
import { auditEventSchema } from '@visavis/shared/audit'
import { reviewSchema } from '@visavis/shared/reviews'
import { eventSchema, webhookEndpointSchema } from '@visavis/shared/webhook-answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWebhookSender } from '../../../apps/bff/src/features/webhooks/webhook-sender.ts'
import { listen, type RunningServer } from '../../../apps/bff/src/server.ts'
import { createPartnerClient } from '../../../apps/bff/src/testing/clients.ts'
import { APPROVED, DECLINED } from '../../../apps/bff/src/testing/scripted-provider.ts'
import { createTestApp, fakeJpeg, type TestApp } from '../../../apps/bff/src/testing/test-app.ts'
import { readSnippet } from '../../../scripts/read-snippet.ts'
import { type Modules, openModules } from './testing/open-modules.ts'
import { createShell, type Shell } from './testing/shell.ts'

let test: TestApp
let server: RunningServer
let base: string
let shell: Shell
let modules: Modules
beforeAll(async () => {
  const lookup = async () => [{ address: '93.184.215.14', family: 4 }]
  test = await createTestApp({ webhooks: createWebhookSender({ lookup }) })
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
  base = `http://127.0.0.1:${server.port}`
  shell = await createShell(test.dataDir)
  modules = await openModules('api')
})
afterAll(async () => {
  await modules.close()
  await server.stop()
  await test.close()
})

const createClient = async (): Promise<{ client_id: string; client_secret: string }> =>
  (await createPartnerClient(test).post('/oauth-clients', { name: 'Shop' })).body

it("the partner's side", async () => {
  const given = {
    VISAVIS_URL: base,
    VISAVIS_API_KEY: test.partner.apiKey,
    USER_JOURNEY: test.partner.userJourneyId,
  }
  const typed = (await readSnippet('docs/quick-start.md', 'curl')).replace(
    /^(VISAVIS_URL|VISAVIS_API_KEY|USER_JOURNEY)=.*$/gm,
    (_, name: keyof typeof given) => `${name}=${given[name]}`,
  )
  await writeFile(join(test.dataDir, 'me.jpg'), fakeJpeg())
  const output = await shell.run(typed, {}, test.dataDir)
  expect(output).toContain('"status":"ACTIVE"')
  expect(output).toMatch(/"verification_url":\{"href":"[^"]+#[A-Za-z0-9_-]{43}"/)
  expect(output).toContain('"status":"pending"')
})

it('test mode, from the key to the verdict', async () => {
  const env = { VISAVIS_URL: base, VISAVIS_API_KEY: test.partner.apiKey }
  const { key } = JSON.parse(await shell.run(await readSnippet('docs/test-mode.md', 'test key'), env))
  await writeFile(join(test.dataDir, 'me.jpg'), fakeJpeg())
  const typed = await readSnippet('docs/test-mode.md', 'magic')
  const output = await shell.run(typed, { VISAVIS_URL: base, VISAVIS_TEST_KEY: key }, test.dataDir)
  expect(output).toMatch(/"livemode":false,.*"status":"declined","response_codes":\[{"code":62321/)
})

it('a webhook endpoint, and what comes there', async () => {
  const env = { VISAVIS_URL: base, VISAVIS_API_KEY: test.partner.apiKey }
  const output = await shell.run(await readSnippet('docs/webhooks.md', 'create'), env)
  expect(webhookEndpointSchema.required({ secret: true }).parse(JSON.parse(output))).toMatchObject({
    url: 'https://partner.example/hooks',
    event_types: ['face_authentication_checks_completed'],
  })
  const event = JSON.parse(await readSnippet('docs/webhooks.md', 'event'))
  expect(eventSchema.strict().parse(event)).toEqual(event)
})

it("a journey of one's own", async () => {
  const typed = await readSnippet('docs/quick-start.md', 'journey')
  const env = { VISAVIS_URL: base, VISAVIS_API_KEY: test.partner.apiKey }
  const journey = JSON.parse(await shell.run(typed, env))
  expect(userJourneySchema.parse(journey)).toMatchObject({
    allowed_frame_origins: ['http://localhost:5173'],
    allowed_redirect_urls: ['http://localhost:5173/'],
  })
})

it('a token for a client id and secret', async () => {
  const { client_id, client_secret } = await createClient()
  const env = { VISAVIS_URL: base, CLIENT_ID: client_id, CLIENT_SECRET: client_secret }
  const output = await shell.run(await readSnippet('docs/access.md', 'token'), env)
  expect(JSON.parse(output)).toMatchObject({ token_type: 'Bearer', scope: 'applicant:* match' })
})

it('who deleted a face', async () => {
  const partner = createPartnerClient(test)
  const applicantId = await partner.createApplicant()
  const { id: faceId } = (await partner.enrol(applicantId)).body
  await partner.delete(`/applicants/${applicantId}/faces/${faceId}`)
  const env = { BASE: base, FACE_ID: faceId, KEY: test.partner.apiKey }
  const { data } = JSON.parse(await shell.run(await readSnippet('docs/audit.md', 'audit'), env))
  expect(data).toMatchObject([{ action: 'face.delete', actor: { type: 'key' } }, { action: 'face.add' }])
  expect(auditEventSchema.strict().parse(data[0])).toEqual(data[0])
})

it('all that were declined, as a file', async () => {
  const partner = createPartnerClient(test)
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  test.provider.script(DECLINED)
  const { authenticationId } = await partner.finishAttempt(applicantId)
  test.provider.script(APPROVED)
  const env = { BASE: base, KEY: test.partner.apiKey }
  await shell.run(await readSnippet('docs/lists.md', 'exports'), env, test.dataDir)
  const [head, newest] = (await readFile(join(test.dataDir, 'declined.csv'), 'utf8')).split('\r\n')
  expect(head).toMatch(/^id,/)
  expect(newest).toMatch(new RegExp(`^${authenticationId},.*,declined,`))
})

it('a review by key', async () => {
  const partner = createPartnerClient(test)
  const path = `/user-journeys/${test.partner.userJourneyId}`
  await partner.patch(path, { review: 'on_decline' })
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  test.provider.script(DECLINED)
  const { authenticationId } = await partner.finishAttempt(applicantId)
  test.provider.script(APPROVED)
  await partner.patch(path, { review: 'off' })
  const env = { BASE: base, ID: authenticationId, KEY: test.partner.apiKey }
  const said = JSON.parse(await shell.run(await readSnippet('docs/user-journeys.md', 'review by key'), env))
  const { review } = JSON.parse(await readSnippet('docs/user-journeys.md', 'review'))
  for (const each of [said, review]) expect(reviewSchema.strict().parse(each)).toEqual(each)
  expect(said).toEqual({ ...review, reviewed_on: said.reviewed_on })
})

it("Checkout.com's client with such a token", async () => {
  const { client_id, client_secret } = await createClient()
  const { cko } = await modules.run<{
    cko: { identities: { createApplicant(body: object): Promise<object> } }
  }>(
    'checkout.js',
    `import { Checkout } from 'checkout-sdk-node'
const [base, clientId, clientSecret] = ${JSON.stringify([base, client_id, client_secret])}
${await readSnippet('docs/access.md', 'checkout')}
export { cko }`,
  )
  expect(await cko.identities.createApplicant({ external_applicant_name: 'Ada' })).toMatchObject({
    external_applicant_name: 'Ada',
  })
})

it('thresholds of a journey', async () => {
  const partner = createPartnerClient(test)
  const body = JSON.parse(await readSnippet('docs/user-journeys.md', 'thresholds'))
  const answer = await partner.patch(`/user-journeys/${test.partner.userJourneyId}`, body)
  expect(answer).toMatchObject({ status: 200, body })
})

it('whom people deal with, before they agree', async () => {
  const partner = createPartnerClient(test)
  const body = JSON.parse(await readSnippet('docs/user-journeys.md', 'consent'))
  const path = `/user-journeys/${test.partner.userJourneyId}`
  expect(await partner.patch(path, body)).toMatchObject({ status: 200, body })
  await partner.patch(path, { consent_notice: null })
})

it('when somebody on a journey has to turn the head', async () => {
  const partner = createPartnerClient(test)
  const body = JSON.parse(await readSnippet('docs/user-journeys.md', 'step-up'))
  const path = `/user-journeys/${test.partner.userJourneyId}`
  expect(await partner.patch(path, body)).toMatchObject({ status: 200, body })
  await partner.patch(path, { liveness_policy: 'none', liveness_step_up: null })
})
