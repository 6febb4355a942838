import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPartnerClient } from '../testing/clients.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts'
import { startJobs } from './start-jobs.ts'

let test: TestApp
let partner: ReturnType<typeof createPartnerClient>
let receiver: WebhookReceiver
beforeEach(async () => {
  test = await createTestApp()
  partner = createPartnerClient(test)
  receiver = await startWebhookReceiver()
})
afterEach(async () => {
  await receiver.close()
  await test.close()
})

const readLog = async (id: string) =>
  (await partner.get(`/webhook-endpoints/${id}/deliveries?limit=100`)).body.data

it('delivers what happens, by itself', async () => {
  await startJobs(test.deps)
  const { body: endpoint } = await partner.post('/webhook-endpoints', { url: receiver.url })
  const { authenticationId } = await partner.startAttempt()
  const received = await receiver.waitFor(3)
  const events = received.map(({ body }) => JSON.parse(body))
  expect(events.map(({ type, data }) => [type, data.status ?? data.face_status]).sort()).toEqual([
    ['face_added', 'ACTIVE'],
    ['face_authentication_created', 'created'],
    ['face_authentication_opened', 'pending'],
  ])
  const authentications = events.filter(({ type }) => type !== 'face_added')
  expect(authentications.every(({ data }) => data.face_authentication_id === authenticationId)).toBe(true)
  await expect
    .poll(async () => (await readLog(endpoint.id)).map(({ status }: { status: string }) => status))
    .toEqual(['delivered', 'delivered', 'delivered'])
})

it('finishes what is on its way when it stops, and keeps the rest', async () => {
  receiver.answer('hang')
  await startJobs(test.deps)
  const { body: endpoint } = await partner.post('/webhook-endpoints', { url: receiver.url })
  await partner.startAuthentication()
  // The other one may share its lane, and wait.
  await receiver.waitFor(1)
  const stopping = test.deps.database.queue.stop()
  receiver.release(200)
  await stopping
  await partner.startAuthentication()
  const log: { status: string; attempts: unknown[] }[] = await readLog(endpoint.id)
  const kept = log.filter(({ status }) => status === 'pending')
  expect(kept.length).toBeGreaterThanOrEqual(2)
  expect(kept.every(({ attempts }) => attempts.length === 0)).toBe(true)
  const delivered = log.filter(({ status }) => status === 'delivered')
  expect(delivered).toHaveLength(receiver.received.length)
  expect(log).toHaveLength(kept.length + delivered.length)
})
