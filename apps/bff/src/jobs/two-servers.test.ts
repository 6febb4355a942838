import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { expect, it } from 'vitest'
import { openStorage } from '../composition/open-storage.ts'
import { setUpTenant } from '../features/access/set-up-tenant.ts'
import { createApplicant } from '../features/applicants/create-applicant.ts'
import { createFaceAuthentication } from '../features/authentications/create-face-authentication.ts'
import { createWebhookEndpoint } from '../features/webhooks/create-webhook-endpoint.ts'
import { createWebhookSender } from '../features/webhooks/webhook-sender.ts'
import { createProviderRegistry } from '../providers/registry.ts'
import { hasPostgres, startPostgres } from '../storage/testing/start-postgres.ts'
import { createScriptedProvider } from '../testing/scripted-provider.ts'
import { startWebhookReceiver } from '../testing/webhook-receiver.ts'
import { startJobs } from './start-jobs.ts'

const EVENTS = 60

it.skipIf(!hasPostgres())('two servers on one database deliver each event once', async () => {
  const postgres = await startPostgres()
  const home = await mkdtemp(join(tmpdir(), 'visavis-two-'))
  const receiver = await startWebhookReceiver()
  const masterKey = randomBytes(32).toString('base64')
  const openServer = async (name: string) => {
    const storage = await openStorage({ dataDir: join(home, name), databaseUrl: postgres.url, masterKey })
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
    await startJobs(deps)
    return deps
  }
  // Started together on an empty database: each waits for the other while tables are made.
  const [one, two] = await Promise.all([openServer('one'), openServer('two')])
  const input = { name: 'Two', provider: 'embedded' }
  const { tenantId, userJourneyId } = await setUpTenant(one.database, input, new Date())
  const { id } = await createApplicant(one, tenantId, {})
  const { endpoint } = await createWebhookEndpoint(one, tenantId, { url: receiver.url, active: true })

  for (let count = 0; count < EVENTS; count += 1) {
    const server = count % 2 === 0 ? one : two
    await createFaceAuthentication(server, tenantId, { applicant_id: id, user_journey_id: userJourneyId })
  }
  const page = { skip: 0, limit: EVENTS }
  await expect
    .poll(
      async () => {
        const { rows } = await two.database.webhookDeliveries.listByEndpoint(tenantId, endpoint.id, page)
        return rows.filter((row) => row.status === 'delivered').length
      },
      { timeout: 20_000 },
    )
    .toBe(EVENTS)
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(EVENTS)
  expect(new Set(ids).size).toBe(EVENTS)

  await Promise.all([one.database.close(), two.database.close()])
  await receiver.close()
  await postgres.stop()
  await rm(home, { recursive: true })
})
