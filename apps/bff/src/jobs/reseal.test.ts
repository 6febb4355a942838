import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { openStorage } from '../composition/open-storage.ts'
import { openTemplate } from '../features/faces/seal-template.ts'
import { openProviderSettings } from '../features/journeys/provider-settings.ts'
import { openWebhookValue } from '../features/webhooks/webhook-secrets.ts'
import { createSealer } from '../storage/crypto/sealer.ts'
import { spawnChild } from '../storage/testing/spawn-child.ts'
import { createPartnerClient } from '../testing/clients.ts'
import { createTestApp, fakeJpeg, type TestApp } from '../testing/test-app.ts'
import { countSealed, listDataKeys, reseal, SEALED_COLUMNS } from './reseal.ts'
import { startJobs } from './start-jobs.ts'

const CHILD = new URL('./reseal-child.ts', import.meta.url)
const PEOPLE = 3

const open = async (): Promise<TestApp> => {
  const test = await createTestApp()
  onTestFinished(() => test.close())
  return test
}

/** Something in each sealed column that a partner can fill. */
const fill = async (test: TestApp) => {
  const partner = createPartnerClient(test)
  const journey = await partner.post('/user-journeys', {
    name: 'Vendor',
    provider: 'vendor',
    provider_settings: { api_key: 'pk_secret' },
    allowed_redirect_urls: ['https://partner.example'],
  })
  const endpoint = await partner.post('/webhook-endpoints', {
    url: 'http://127.0.0.1:9/hooks',
    authorization: 'Bearer of-theirs',
  })
  const applicantIds: string[] = []
  for (let count = 0; count < PEOPLE; count += 1) {
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    await partner.finishAttempt(applicantId)
    applicantIds.push(applicantId)
  }
  return { applicantIds, journeyId: journey.body.id, endpoint: endpoint.body, partner }
}

const waiting = async (deps: Parameters<typeof countSealed>[0]) => {
  const keys = await listDataKeys(deps)
  const counts = await countSealed(deps, keys.at(-1)?.id ?? 0)
  return counts.reduce((sum, place) => sum + place.waiting, 0)
}
const idsOf = async (deps: Parameters<typeof listDataKeys>[0]) =>
  (await listDataKeys(deps)).map(({ id }) => id)

it('knows of every column that holds sealed values', async () => {
  const { pglite } = await open()
  if (!pglite) throw new Error('an app on PGlite is on another engine')
  const { rows } = await pglite.query<{ place: string }>(`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name LIKE '%sealed'`)
  const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const known = SEALED_COLUMNS.map(({ table, column }) => toSnake(`${table}.${column}`))
  expect(rows.map(({ place }) => place).sort()).toEqual([...known, 'assets.print_sealed'].sort())
})

it('seals everything anew, after which the old key is gone and all of it opens', async () => {
  const test = await open()
  const { applicantIds, journeyId, endpoint, partner } = await fill(test)
  const { database, sealer, assets, dataKeys } = test.deps
  const { tenantId } = test.partner
  expect(await waiting(test.deps)).toBe(0)
  await dataKeys.add()
  expect(await waiting(test.deps)).toBeGreaterThan(4 * PEOPLE)

  const state = await reseal(test.deps, { isOver: () => false, isAlone: true })
  expect(state).toEqual({ isDone: true, left: 0 })
  expect(await idsOf(test.deps)).toEqual([2])
  expect(await waiting(test.deps)).toBe(0)
  expect(dataKeys.find(1)).toBeUndefined()

  const journey = await database.userJourneys.get(tenantId, journeyId)
  expect(journey && openProviderSettings(sealer, journey)).toEqual({ api_key: 'pk_secret' })
  const row = await database.webhookEndpoints.get(tenantId, endpoint.id)
  expect(row && openWebhookValue(sealer, 'secret', row, row.secretSealed)).toBe(endpoint.secret)
  for (const applicantId of applicantIds) {
    for (const face of await database.faces.listActive(tenantId, applicantId, new Date())) {
      for (const template of face.templates) openTemplate({ sealer }, face, template)
      for (const asset of await database.assets.listByOwner(tenantId, face.id)) {
        expect(await assets.get(asset)).toBeDefined()
      }
    }
    const { authenticationId } = await partner.finishAttempt(applicantId)
    expect((await partner.get(`/face-authentications/${authenticationId}`)).body.status).toBe('approved')
  }
})

it('goes on where it stopped, and knows a copy of a picture throughout', async () => {
  const test = await open()
  const partner = createPartnerClient(test)
  const picture = fakeJpeg()
  const capture = async () => {
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    const { authenticationId } = await partner.finishAttempt(applicantId, picture)
    return (await partner.get(`/face-authentications/${authenticationId}`)).body
  }
  expect(await capture()).toMatchObject({ status: 'approved' })
  await test.deps.dataKeys.add()
  let before = await waiting(test.deps)
  for (;;) {
    let steps = 0
    const isOver = () => {
      steps += 1
      return steps > 1
    }
    const { isDone } = await reseal(test.deps, { isOver, isAlone: true })
    expect(await capture()).toMatchObject({ response_codes: [{ code: 62902 }] })
    if (isDone) break
    const now = await waiting(test.deps)
    expect(now).toBeLessThan(before)
    before = now
  }
  expect(await idsOf(test.deps)).toEqual([2])
})

it('leaves what was removed meanwhile removed', async () => {
  const test = await open()
  const { applicantIds, partner } = await fill(test)
  const { assets, dataKeys } = test.deps
  await dataKeys.add()
  let isFirst = true
  const get: typeof assets.get = async (asset) => {
    const picture = await assets.get(asset)
    if (isFirst) {
      isFirst = false
      for (const id of applicantIds) await partner.post(`/applicants/${id}/anonymize`, {})
    }
    return picture
  }
  await reseal({ ...test.deps, assets: { ...assets, get } }, { isOver: () => false, isAlone: true })
  expect(await assets.list()).toEqual([])
})

it('keeps the old key as long as something cannot be opened, and holds up nothing else', async () => {
  const test = await open()
  await fill(test)
  const { assets, dataKeys } = test.deps
  const [spoilt] = await assets.list()
  const get: typeof assets.get = async (asset) => {
    if (asset.id === spoilt) throw new Error('altered')
    return assets.get(asset)
  }
  await dataKeys.add()
  const all = { isOver: () => false, isAlone: true }
  expect(await reseal({ ...test.deps, assets: { ...assets, get } }, all)).toEqual({ isDone: true, left: 1 })
  expect(await idsOf(test.deps)).toEqual([1, 2])
  expect(await waiting(test.deps)).toBe(1)
  expect(test.log.text).toContain('cannot be opened')
  expect(await reseal(test.deps, all)).toEqual({ isDone: true, left: 0 })
  expect(await idsOf(test.deps)).toEqual([2])
})

it('beside requests, removes the old key an hour later, and looks at everything once more before', async () => {
  const test = await open()
  const { partner } = await fill(test)
  const { database, dataKeys, sealer } = test.deps
  await dataKeys.add()
  const look = () => reseal(test.deps, { isOver: () => false })
  expect(await look()).toMatchObject({ isDone: false, again: expect.any(Date) })
  expect(await idsOf(test.deps)).toEqual([1, 2])
  // A slow request brings what was sealed before.
  const { body } = await partner.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/late' })
  const { tenantId } = test.partner
  const ring = { present: () => ({ id: 1, key: dataKeys.find(1) ?? new Uint8Array() }), find: dataKeys.find }
  const late = createSealer(ring).seal(Buffer.from('late'), `webhook-authorization:${tenantId}:${body.id}`)
  await database.webhookEndpoints.update(tenantId, body.id, { authorizationSealed: late }, new Date())
  test.clock.skewMs += 3_600_001
  expect(await look()).toMatchObject({ isDone: false })
  expect(await idsOf(test.deps)).toEqual([1, 2])
  expect(await look()).toEqual({ isDone: true, left: 0 })
  expect(await idsOf(test.deps)).toEqual([2])
  const row = await database.webhookEndpoints.get(tenantId, body.id)
  const { authorizationSealed = null } = row ?? {}
  expect(
    row && authorizationSealed && openWebhookValue(sealer, 'authorization', row, authorizationSealed),
  ).toBe('late')
})

it('is done by the server by itself', async () => {
  const test = await open()
  await fill(test)
  await test.deps.dataKeys.add()
  await startJobs(test.deps)
  await expect.poll(() => waiting(test.deps), { timeout: 20_000 }).toBe(0)
  await test.deps.database.queue.stop()
})

it('killed at any moment, goes on with what is left', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'visavis-reseal-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const test = await createTestApp({}, undefined, { ownFiles: true })
  const { applicantIds } = await fill(test)
  const { tenantId } = test.partner
  await test.deps.database.close()
  await cp(test.dataDir, dataDir, { recursive: true })
  await rm(test.dataDir, { recursive: true })

  const child = spawnChild(CHILD, dataDir)
  for (const _ of ['whole', 'without its row']) await child.nextLine()
  await child.kill()

  const storage = await openStorage({ dataDir, databaseUrl: undefined, masterKey: undefined })
  onTestFinished(() => storage.close())
  const { database, assets, sealer } = storage
  expect(await idsOf(storage)).toEqual([1, 2])
  const [first] = (await countSealed(storage, 2)).slice(-1)
  expect(first).toMatchObject({ place: 'pictures', done: 1, waiting: 2 * PEOPLE - 1 })
  const log = pino({ level: 'silent' })
  const rest = { ...test.deps, ...storage, log, now: () => new Date() }
  expect(await reseal(rest, { isOver: () => false, isAlone: true })).toEqual({ isDone: true, left: 0 })
  expect(await idsOf(storage)).toEqual([2])
  let opened = 0
  for (const applicantId of applicantIds) {
    for (const face of await database.faces.listActive(tenantId, applicantId, new Date())) {
      for (const template of face.templates) openTemplate({ sealer }, face, template)
      for (const asset of await database.assets.listByOwner(tenantId, face.id)) {
        expect(await assets.get(asset)).toBeDefined()
        opened += 1
      }
    }
  }
  expect(opened).toBe(PEOPLE)
}, 240_000)
