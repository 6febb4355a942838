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
  const received = await receiver.waitFor(2)
  const types = received.map(({ body }) => JSON.parse(body)).map(({ type, data }) => [type, data.status])
  expect(types.sort()).toEqual([
    ['face_authentication_created', 'created'],
    ['face_authentication_opened', 'pending'],
  ])
  expect(
    received.every(({ body }) => JSON.parse(body).data.face_authentication_id === authenticationId),
  ).toBe(true)
  await expect
    .poll(async () => (await readLog(endpoint.id)).map(({ status }: { status: string }) => status))
    .toEqual(['delivered', 'delivered'])
})

it('finishes what is on its way when it stops, and keeps the rest', async () => {
  receiver.answer('hang')
  await startJobs(test.deps)
  const { body: endpoint } = await partner.post('/webhook-endpoints', { url: receiver.url })
  await partner.startAuthentication()
  await receiver.waitFor(1)
  const stopping = test.deps.database.queue.stop()
  receiver.release(200)
  await stopping
  expect((await readLog(endpoint.id))[0]).toMatchObject({ status: 'delivered' })
  await partner.startAuthentication()
  expect((await readLog(endpoint.id))[0]).toMatchObject({ status: 'pending', attempts: [] })
  expect(receiver.received).toHaveLength(1)
})
