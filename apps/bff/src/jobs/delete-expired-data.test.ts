import { expect, it } from 'vitest'
import { recoverAssets } from '../features/pictures/recover-assets.ts'
import { assetNamed } from '../storage/testing/asset-named.ts'
import { createBrowserClient } from '../testing/clients.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { startWebhookReceiver } from '../testing/webhook-receiver.ts'
import { deleteExpiredData } from './delete-expired-data.ts'

const DAY_MS = 86_400_000

const { test, partner } = await openTestApp()

const finish = async () => {
  const { attemptId, token } = await partner.startAttempt()
  const browser = createBrowserClient(test, token)
  await browser.session()
  await browser.consent()
  await browser.upload()
  return attemptId
}

const listPictures = (ownerId: string) =>
  test.deps.database.assets.listByOwner(test.partner.tenantId, ownerId)

it('deletes the pictures of attempts and the events after their time, and no reference', async () => {
  const receiver = await startWebhookReceiver()
  const { body: endpoint } = await partner.post('/webhook-endpoints', { url: receiver.url })
  const old = await finish()
  const [picture] = await listPictures(old)
  if (!picture) throw new Error('it was kept')
  test.clock.skewMs += 29 * DAY_MS
  expect(await deleteExpiredData(test.deps)).toEqual({ pictures: 0, metadata: 0, events: 0 })
  test.clock.skewMs += 1.5 * DAY_MS
  const recent = await finish()
  const before = await test.deps.assets.list()

  expect(await deleteExpiredData(test.deps)).toEqual({ pictures: 1, metadata: 0, events: 6 })

  expect(await listPictures(old)).toEqual([])
  expect(await test.deps.assets.get(assetNamed(picture.id))).toBeUndefined()
  expect(await listPictures(recent)).toHaveLength(1)
  // What is left: the references of both applicants and the recent picture.
  expect(await test.deps.assets.list()).toHaveLength(before.length - 1)
  expect((await partner.get('/events?skip=0')).body.total_count).toBe(6)
  expect((await partner.get(`/webhook-endpoints/${endpoint.id}/deliveries`)).body.total_count).toBe(6)
  expect(await deleteExpiredData(test.deps)).toEqual({ pictures: 0, metadata: 0, events: 0 })

  const path = `/user-journeys/${test.partner.userJourneyId}`
  expect((await partner.patch(path, { retention_days: 0 })).status).toBe(200)
  test.clock.skewMs += 1
  expect(await deleteExpiredData(test.deps)).toEqual({ pictures: 1, metadata: 0, events: 0 })
  await receiver.close()
})

it('clears away pictures that another process announced an hour ago, and none of the living', async () => {
  const asset = {
    id: 'asst_aaaaaaaaaaaaaaaaaaaaaaaaaa',
    tenantId: test.partner.tenantId,
    ownerId: 'fatp_x',
    applicantId: null,
    type: 'face_image',
    mediaType: 'image/jpeg',
    bytes: 3,
    quality: null,
    bytesHash: null,
    printBands: null,
    printSealed: null,
    dataKeyId: null,
    source: null,
    status: 'writing',
    writer: 'another process',
    createdOn: test.deps.now(),
  } as const
  const mine = { ...asset, id: 'asst_bbbbbbbbbbbbbbbbbbbbbbbbbb', writer: test.deps.writer }
  for (const row of [asset, mine]) await test.deps.database.assets.insert(row)
  const stored = { ...asset, applicantKey: null }
  await test.deps.assets.put(stored, new Uint8Array(3))
  expect(await recoverAssets(test.deps)).toBe(0)
  test.clock.skewMs += 3_600_001
  expect(await recoverAssets(test.deps)).toBe(1)
  expect(await test.deps.assets.get(stored)).toBeUndefined()
  expect(await listPictures('fatp_x')).toMatchObject([{ id: mine.id }])
})
