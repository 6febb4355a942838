import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { expect, it } from 'vitest'
import { openStorage } from '../composition/open-storage.ts'
import { recoverDeliveries } from '../features/webhooks/recover-deliveries.ts'
import { createWebhookSender } from '../features/webhooks/webhook-sender.ts'
import { createProviderRegistry } from '../providers/registry.ts'
import { copyPgliteTemplate } from '../storage/testing/pglite-template.ts'
import { spawnChild } from '../storage/testing/spawn-child.ts'
import { createScriptedProvider } from '../testing/scripted-provider.ts'
import { startWebhookReceiver } from '../testing/webhook-receiver.ts'
import { startJobs } from './start-jobs.ts'

const CHILD = new URL('../testing/emit-events-child.ts', import.meta.url)
const EVENTS = 12

it('loses no event when the process is killed between the change and its delivery', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'visavis-crash-'))
  await copyPgliteTemplate(join(dataDir, 'db'))
  const receiver = await startWebhookReceiver()
  // At the moment of the kill three are on their way, taken and never finished; of the others, some wait.
  receiver.answer('hang', 'hang', 'hang', 200)
  const child = spawnChild(CHILD, dataDir, receiver.url, String(EVENTS))
  const tenantId = await child.nextLine()
  const endpointId = await child.nextLine()
  const ids: string[] = []
  while (ids.length < EVENTS) ids.push(await child.nextLine())
  await receiver.waitFor(3)
  await child.kill()
  const hung = receiver.received.slice(0, 3).map(({ headers }) => headers['webhook-id'])

  receiver.answer(200)
  const before = receiver.received.length
  const storage = await openStorage({ dataDir, databaseUrl: undefined, masterKey: undefined })
  const { database } = storage
  const deps = {
    ...storage,
    providers: createProviderRegistry(createScriptedProvider()),
    webhooks: createWebhookSender({ allowPrivate: true }),
    log: pino({ level: 'silent' }),
    // Three minutes later, by our clock: what the dead process had taken is free again.
    now: () => new Date(Date.now() + 180_000),
    publicUrl: 'http://localhost',
    faceLifetimeDays: null,
    allowPrivateVendors: false,
    vendorScriptOrigins: [],
    vendorScriptHost: undefined,
  }
  expect(await recoverDeliveries(deps)).toBeGreaterThanOrEqual(3)
  await startJobs(deps)

  const page = { skip: 0, limit: 100 }
  const listStatuses = async () => {
    const { rows } = await database.webhookDeliveries.listByEndpoint(tenantId, endpointId, page)
    return rows.map((row) => row.status)
  }
  await expect
    .poll(listStatuses, { timeout: 20_000 })
    .toEqual(Array.from({ length: EVENTS }, () => 'delivered'))
  const { rows: events } = await database.events.list(tenantId, page)
  expect(events.map(({ payload }) => 'status' in payload && payload.face_authentication_id).sort()).toEqual(
    ids.sort(),
  )
  // Under the same ids as before.
  const again = receiver.received.slice(before).map(({ headers }) => headers['webhook-id'])
  expect(again).toEqual(expect.arrayContaining(hung))
  const all = new Set(receiver.received.map(({ headers }) => headers['webhook-id']))
  expect([...all].sort()).toEqual(events.map((event) => event.id).sort())
  await storage.close()
  await receiver.close()
  await rm(dataDir, { recursive: true })
})
