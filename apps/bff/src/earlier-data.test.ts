import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from './composition/create-database.ts'
import { openStorage } from './composition/open-storage.ts'
import { countSealed, reseal } from './jobs/reseal.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { assetNamed } from './storage/testing/asset-named.ts'
import { createEmptyDatabase, openTestServer } from './storage/testing/create-empty-database.ts'
import { createEarlierApp, type EarlierApp, sha256 } from './storage/testing/earlier-data/earlier-app.ts'
import type { EarlierData } from './storage/testing/earlier-data/earlier-data.ts'
import {
  readExpected,
  restorePostgres,
  unpackFolder,
} from './storage/testing/earlier-data/open-earlier-data.ts'
import { countRows, openRaw } from './storage/testing/earlier-data/open-raw.ts'
import { hasPostgres, POSTGRES_MISSING } from './storage/testing/start-postgres.ts'
import { createBrowserClient, createPartnerClient } from './testing/clients.ts'
import { fakeFace } from './testing/fake-face.ts'
import { createPhoneClient } from './testing/phone-client.ts'
import { PUBLIC_URL } from './testing/test-app.ts'
import { startWebhookReceiver } from './testing/webhook-receiver.ts'

const { TEST_DATABASE_URL, CI } = process.env
const isPossible = Boolean(TEST_DATABASE_URL) || hasPostgres()
if (!isPossible && CI) throw new Error(POSTGRES_MISSING)

/** A vendor is not asked more often than every half minute. */
const NEXT_LOOK_MS = 60_000
const PATIENCE = { timeout: 20_000, interval: 50 }

interface Opened {
  dataDir: string
  databaseUrl?: string
  dispose(): Promise<void>
}

/** A row as JSON keeps it: times are texts. */
const toPlain = (row: unknown): unknown => JSON.parse(JSON.stringify(row) ?? 'null')

/** An address that was signed is of no use by now. */
const withoutSignatures = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(/\?expires=[^"]*/g, ''))

const postForm = (app: EarlierApp['app'], path: string, form: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_URL },
    body: new URLSearchParams(form).toString(),
  })

/** The tests go on from one another: what people do comes after what there is, and the jobs come last. */
const describeEarlierData = (name: 'data-folder' | 'postgres', open: () => Promise<Opened>) => {
  let expected: EarlierData
  let opened: Opened
  let test: EarlierApp
  const clock = { now: new Date(0) }
  const closing: (() => Promise<void>)[] = []

  beforeAll(async () => {
    expected = await readExpected(name)
    opened = await open()
    clock.now = new Date(expected.writtenOn)
  })
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
    await opened?.dispose()
  })

  const first = () => createPartnerClient({ app: test.app, partner: expected.partners.first })
  const browse = (token: string) => createBrowserClient(test, token)

  it('is brought up to date without losing a row', async () => {
    const { dataDir, databaseUrl } = opened
    for (const id of Object.values(expected.removed)) {
      expect(existsSync(join(dataDir, 'assets', id))).toBe(true)
    }
    const database = await createDatabase(
      databaseUrl ? { kind: 'postgres', url: databaseUrl } : { kind: 'pglite', dataDir: join(dataDir, 'db') },
    )
    await database.close()
    const raw = await openRaw(databaseUrl ? { databaseUrl } : { dataDir })
    const { counts, jobs } = await countRows(raw)
    await raw.close()
    // A migration that renames a table or moves its rows says so here.
    expect(counts).toMatchObject(expected.counts)
    expect(jobs).toMatchObject(expected.jobs)
  })

  it('opens with its own key', async () => {
    const { dataDir, databaseUrl } = opened
    const storage = await openStorage({ dataDir, databaseUrl, masterKey: undefined })
    closing.push(() => storage.close())
    test = createEarlierApp(storage, () => clock.now)
  })

  it('answers as before', async () => {
    for (const { partner, path, body } of expected.answers) {
      const answer = await createPartnerClient({ app: test.app, partner: expected.partners[partner] }).get(
        path,
      )
      expect([path, withoutSignatures(answer.body)]).toMatchObject([path, withoutSignatures(body)])
    }
  })

  it('keeps its partners apart', async () => {
    const [applicant] = expected.answers.filter(({ path }) => /^\/applicants\/\w+$/.test(path))
    const other = createPartnerClient({ app: test.app, partner: expected.partners.second })
    expect((await other.get(applicant?.path ?? '')).status).toBe(404)
  })

  it('takes its keys, clients and tokens', async () => {
    const { keys, oauth, partners } = expected
    const as = (apiKey: string) => createPartnerClient({ app: test.app, partner: partners.first }, apiKey)
    const path = `/user-journeys/${partners.first.userJourneyId}`
    expect((await as(partners.first.apiKey).get(path)).status).toBe(200)
    expect((await as(keys.matchOnly).get(path)).status).toBe(403)
    const picture = Buffer.from(fakeFace(1)).toString('base64')
    const pair = { source_image: picture, target_image: picture }
    expect((await as(keys.matchOnly).post('/face-matches', pair)).status).toBe(200)
    expect((await as(oauth.token).post('/applicants', {})).status).toBe(201)
    const answer = await postForm(test.app, '/connect/token', {
      grant_type: 'client_credentials',
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
    })
    expect(answer.status).toBe(200)
  })

  it('repeats the answer to a request that was sent once', async () => {
    const { key, path, request, answer } = expected.once
    const headers = {
      authorization: `Bearer ${expected.partners.first.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    }
    const again = await test.app.request(path, { method: 'POST', headers, body: JSON.stringify(request) })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toEqual(answer)
  })

  it('shows its pictures', async () => {
    const { tenantId } = expected.partners.first
    for (const picture of expected.pictures) {
      const [asset] = await test.deps.database.assets.listByOwner(tenantId, picture.ownerId)
      expect(sha256((asset && (await test.deps.assets.get(asset))) ?? new Uint8Array())).toBe(picture.sha256)
    }
  })

  it('is sealed anew, under the keys of its applicants, and opens as before', async () => {
    const { assets, database } = test.deps
    expect(await reseal(test.deps, { isOver: () => false })).toEqual({ isDone: true, left: 0 })
    const counts = await countSealed(test.deps, 1)
    expect(counts.filter(({ waiting }) => waiting > 0)).toEqual([])
    for (const picture of expected.pictures) {
      const [asset] = await database.assets.listByOwner(expected.partners.first.tenantId, picture.ownerId)
      if (!asset) throw new Error('the picture is gone')
      expect(sha256((await assets.get(asset)) ?? new Uint8Array())).toBe(picture.sha256)
      if (asset.applicantId === null) continue
      await expect(assets.get({ ...asset, applicantKey: null })).rejects.toThrow('key is not here')
    }
  })

  it('has removed what was being erased or written', async () => {
    const ids = Object.values(expected.removed)
    expect(await test.deps.database.assets.listKnown(ids)).toEqual([])
    for (const id of ids) expect(await test.deps.assets.get(assetNamed(id))).toBe(undefined)
  })

  it('knows what vendors keep, and how captures stand with them', async () => {
    const { database } = test.deps
    const { tenantId } = expected.partners.first
    const { vendorFaces, vendorEntry, captures } = expected
    const faces = [vendorFaces.kept.faceId, vendorFaces.erasing.faceId]
    const [kept, erasing] = await Promise.all(faces.map((id) => database.vendorFaces.get(tenantId, id)))
    expect(toPlain(kept)).toMatchObject(vendorFaces.kept)
    expect(erasing).toMatchObject({ status: 'erasing', reference: vendorFaces.erasing.reference })
    expect(toPlain(await database.vendorIndex.get(tenantId, vendorEntry.id))).toMatchObject(vendorEntry)
    for (const { attemptId, status } of captures) {
      expect(await database.vendorCaptures.get(tenantId, attemptId)).toMatchObject({ status })
    }
  })

  it('counts on where it was', async () => {
    const { key, count } = expected.codeTries
    const later = new Date(clock.now.getTime() + 1)
    expect((await test.deps.database.codeTries.take(key, clock.now, later)).count).toBe(count + 1)
  })

  it('finds an indexed face', async () => {
    const isSearchable = test.deps.database.faceIndexSupport === 'available'
    if (!expected.indexed || !isSearchable) return
    const { id, person } = expected.indexed
    const image = Buffer.from(fakeFace(person, 1)).toString('base64')
    expect((await first().post('/face-searches', { image })).body).toMatchObject({
      one_to_n_verification_id: id,
      one_to_n_verification_match: true,
    })
  })

  it('lets people go on with their links', async () => {
    const { unopened, enrollment } = expected.links
    const browser = browse(unopened.token)
    expect((await browser.session()).body).toMatchObject({ link: 'open' })
    await browser.consent()
    expect((await browser.upload()).body.next).toBe('done')
    expect(test.seen.templates).toEqual(unopened.templates)
    const { body } = await first().get(`/face-authentications/${unopened.authenticationId}`)
    expect(body.status).toBe('approved')
    const enrolling = browse(enrollment.token)
    await enrolling.session()
    await enrolling.consent()
    expect((await enrolling.upload()).body.next).toBe('done')
  })

  it('lets people in whose templates are of a model that is gone', async () => {
    const { authenticationId } = expected.links.unopened
    const { body: before } = await first().get(`/face-authentications/${authenticationId}`)
    const earlier = test.provider.recognition
    test.provider.recognition = { modelId: 'scripted/new', pipelineId: 'turned' }
    test.seen.templates.length = 0
    const { authenticationId: id } = await first().finishAttempt(before.applicant_id)
    expect((await first().get(`/face-authentications/${id}`)).body.status).toBe('approved')
    // Made on the spot of the pictures that are kept, once.
    expect(test.seen.templates).toEqual(expected.links.unopened.templates.map(() => '01020304'))
    const { faces } = test.deps.database
    const { tenantId } = expected.partners.first
    const active = () => faces.listActive(tenantId, before.applicant_id, clock.now)
    const made = (await active()).flatMap(({ templates }) => templates.map(({ modelId }) => modelId))
    expect(made.toSorted()).toEqual(
      expected.links.unopened.templates.flatMap(() => ['scripted', 'scripted/new']).toSorted(),
    )
    test.provider.recognition = earlier
  })

  it('lets people go on with digits, and on another device', async () => {
    const { digits, waiting, connected } = expected.links
    const typed = await postForm(test.app, '/code', { code: digits.digits })
    const link = new URL(typed.headers.get('location') ?? '')
    expect(link.pathname).toBe(`/verify/${digits.attemptId}`)
    expect((await browse(link.hash.slice(1)).session()).status).toBe(200)

    expect((await browse(waiting.token).session()).status).toBe(200)
    const handoff = await postForm(test.app, '/code', { code: waiting.digits })
    const taken = await createPhoneClient(test).confirm(handoff.headers.get('location') ?? '', waiting.number)
    expect(taken.status).toBe(200)
    expect((await browse(connected.token).session()).body).toMatchObject({ link: 'open', handed_over: true })
    expect((await browse(connected.follower).request('GET', 'handoff')).body.state).toBe('connected')
  })

  it('lets people go on with a vendor', async () => {
    const { step, returned } = expected
    expect((await browse(step.token).next()).body).toEqual(step.next)
    expect((await test.app.request(returned.path)).status).toBe(303)
    expect(test.seen.states).toContainEqual(returned.state)
  })

  it('does the work that waits', async () => {
    const { webhook, moved, openReceipt, vendorFaces } = expected
    const receiver = await startWebhookReceiver()
    closing.push(receiver.close)
    await first().patch(`/webhook-endpoints/${webhook.endpointId}`, { url: receiver.url })
    clock.now = new Date(clock.now.getTime() + NEXT_LOOK_MS)
    await startJobs(test.deps)
    closing.push(() => test.deps.database.queue.stop())

    const findSent = () => receiver.received.find((each) => each.headers['webhook-id'] === webhook.eventId)
    await expect.poll(findSent, PATIENCE).toBeDefined()
    const { headers, body } = findSent() ?? { headers: {}, body: '' }
    const sentOn = new Date(Number(headers['webhook-timestamp']) * 1000)
    expect(headers['webhook-signature']).toBe(new Webhook(webhook.secret).sign(webhook.eventId, sentOn, body))
    expect(headers.authorization).toBe(webhook.authorization)

    const done = [
      `delete ${vendorFaces.erasing.reference}`,
      `erase ${openReceipt.vendorSession}`,
      `read ${moved.session}`,
    ]
    await expect.poll(() => test.vendor.calls, PATIENCE).toEqual(expect.arrayContaining(done))
    expect(test.seen.settings).toContainEqual(moved.settings)
    await expect
      .poll(async () => (await first().get(openReceipt.path)).body, PATIENCE)
      .toMatchObject({ completed_on: expect.any(String) })
  })
}

describe('a data folder of an earlier version', () => {
  describeEarlierData('data-folder', async () => {
    const { dataDir, remove } = await unpackFolder('data-folder')
    return { dataDir, dispose: remove }
  })
})

describe.skipIf(!isPossible)('a PostgreSQL database of an earlier version', () => {
  describeEarlierData('postgres', async () => {
    const { dataDir, remove } = await unpackFolder('postgres')
    const server = await openTestServer()
    const { url, drop } = await createEmptyDatabase(server.url)
    await restorePostgres(url)
    const dispose = async () => {
      await drop()
      await server.stop()
      await remove()
    }
    return { dataDir, databaseUrl: url, dispose }
  })
})
