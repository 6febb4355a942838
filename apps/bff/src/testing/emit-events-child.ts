/**
 * Run by tests in a process of its own: a server without its web side, on the data folder of its first argument, that
 * sends webhooks to the address of its second argument. It says the ids of its tenant and endpoint, then creates face
 * authentications one after another and says the id of each once it is committed.
 */
import pino from 'pino'
import { openStorage } from '../composition/open-storage.ts'
import { setUpTenant } from '../features/access/set-up-tenant.ts'
import { createApplicant } from '../features/applicants/create-applicant.ts'
import { createFaceAuthentication } from '../features/authentications/create-face-authentication.ts'
import { createWebhookEndpoint } from '../features/webhooks/create-webhook-endpoint.ts'
import { createWebhookSender } from '../features/webhooks/webhook-sender.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { createProviderRegistry } from '../providers/registry.ts'
import { createScriptedProvider } from './scripted-provider.ts'

const [dataDir = '', url = '', count = '0'] = process.argv.slice(2)
const storage = await openStorage({ dataDir, databaseUrl: undefined, masterKey: undefined })
const deps = {
  ...storage,
  providers: createProviderRegistry(createScriptedProvider()),
  webhooks: createWebhookSender({ allowPrivate: true }),
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  publicUrl: 'http://localhost',
  faceLifetimeDays: null,
  allowPrivateVendors: false,
  vendorScriptOrigins: [],
  vendorScriptHost: undefined,
}
const { tenantId, userJourneyId } = await setUpTenant(
  storage.database,
  { name: 'Crash', provider: 'embedded' },
  new Date(),
)
const { id } = await createApplicant(deps, tenantId, {})
const { endpoint } = await createWebhookEndpoint(deps, tenantId, { url, active: true })
await startJobs(deps)
process.stdout.write(`${tenantId}\n${endpoint.id}\n`)
for (let made = 0; made < Number(count); made += 1) {
  const input = { applicant_id: id, user_journey_id: userJourneyId }
  const authentication = await createFaceAuthentication(deps, tenantId, input)
  process.stdout.write(`${authentication.id}\n`)
}
await new Promise((resolve) => setTimeout(resolve, 600_000))
