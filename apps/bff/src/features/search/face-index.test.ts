import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assetNamed } from '../../storage/testing/asset-named.ts'
import { hasPostgres, startPostgres } from '../../storage/testing/start-postgres.ts'
import { createPartnerClient } from '../../testing/clients.ts'
import { fakeEmptyRoom, fakeFace } from '../../testing/fake-face.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const base64 = (image: Uint8Array) => Buffer.from(image).toString('base64')
const ID = expect.stringMatching(/^fidx_[a-z2-7]{26}$/)

/** A tenant of its own, so that no test finds the faces of another. */
const createSearcher = async (test: TestApp, isOn = true) => {
  const tenant = await setUpTenant(test.deps.database, { name: 'Searcher', provider: 'embedded' }, new Date())
  const client = createPartnerClient({ ...test, partner: tenant })
  const turnOn = (id: string, change: object = { one_to_n: true }) =>
    client.patch(`/user-journeys/${id}`, change)
  if (isOn) await turnOn(tenant.userJourneyId)
  const search = (image: Uint8Array, insert?: boolean) =>
    client.post('/face-searches', { image: base64(image), ...(insert === undefined ? {} : { insert }) })
  const index = (image: Uint8Array, change: object = { reference: 'ours' }) =>
    client.post('/face-index', { image: base64(image), ...change })
  const forget = (id: string, query = '') => client.delete(`/face-index/${id}${query}`)
  const read = (id: string) => client.get(`/face-index/${id}`)
  return { ...client, ...tenant, turnOn, search, index, forget, read }
}

describe('1:N search', () => {
  let test: TestApp
  let partner: Awaited<ReturnType<typeof createSearcher>>
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    partner = await createSearcher(test)
  })

  const listPictures = (id: string) => test.deps.database.assets.listByOwner(partner.tenantId, id)

  it('is off until a journey turns it on', async () => {
    const other = await createSearcher(test, false)
    for (const answer of [await other.search(fakeFace(1)), await other.index(fakeFace(1))]) {
      expect(answer).toMatchObject({ status: 403, body: { error_codes: ['search__not_enabled'] } })
    }
    await other.turnOn(other.userJourneyId)
    expect((await other.search(fakeFace(1))).status).toBe(200)
    await other.turnOn(other.userJourneyId, { one_to_n: false })
    expect((await other.search(fakeFace(1))).status).toBe(403)
  })

  it('finds nothing and keeps nothing unless told to insert', async () => {
    for (const insert of [undefined, false, false]) {
      const answer = await partner.search(fakeFace(1), insert)
      expect(answer).toMatchObject({ status: 200, body: { one_to_n_verification_match: false } })
      expect(answer.body).not.toHaveProperty('one_to_n_verification_id')
    }
  })

  it('inserts what it does not find, and finds it the next time', async () => {
    const inserted = await partner.search(fakeFace(1), true)
    expect(inserted.body).toEqual({ one_to_n_verification_id: ID, one_to_n_verification_match: false })
    const id = inserted.body.one_to_n_verification_id
    const found = {
      one_to_n_verification_id: id,
      one_to_n_verification_match: true,
      one_to_n_expected_false_matches: expect.any(Number),
    }
    expect((await partner.search(fakeFace(1, 1), true)).body).toEqual(found)
    expect((await partner.search(fakeFace(1, 2))).body).toEqual(found)
    expect((await partner.search(fakeFace(2))).body).toEqual({ one_to_n_verification_match: false })
    expect(await listPictures(id)).toHaveLength(1)
  })

  it('shows nobody the faces of another tenant', async () => {
    const other = await createSearcher(test)
    const mine = await partner.index(fakeFace(1))
    expect((await other.search(fakeFace(1))).body).toEqual({ one_to_n_verification_match: false })
    const theirs = await other.index(fakeFace(1))
    expect(theirs.status).toBe(201)
    const id = mine.body.one_to_n_verification_id
    expect(theirs.body.one_to_n_verification_id).not.toBe(id)
    for (const answer of [
      await other.read(id),
      await other.forget(id),
      await other.forget(id, '?features=true'),
    ]) {
      expect(answer.status).toBe(404)
    }
    expect((await partner.search(fakeFace(1))).body.one_to_n_verification_id).toBe(id)
  })

  it('never compares what two models made', async () => {
    await partner.index(fakeFace(1))
    test.provider.featuresModelId = 'scripted/2'
    try {
      expect((await partner.search(fakeFace(1))).body).toEqual({ one_to_n_verification_match: false })
    } finally {
      test.provider.featuresModelId = 'scripted/1'
    }
    expect((await partner.search(fakeFace(1))).body.one_to_n_verification_match).toBe(true)
  })

  it('says what a match is worth among so many faces, and nothing of a face that was not found', async () => {
    // At its own level, 5: one in 10 000.
    const worth = async () => (await partner.search(fakeFace(1))).body.one_to_n_expected_false_matches
    await partner.index(fakeFace(1))
    expect(await worth()).toBeCloseTo(0.0001, 9)
    for (const person of [2, 3, 4]) await partner.index(fakeFace(person))
    expect(await worth()).toBeCloseTo(0.0004, 9)
    const again = await partner.index(fakeFace(1))
    expect(again.body.one_to_n_expected_false_matches).toBeCloseTo(0.0004, 9)
    expect((await partner.search(fakeFace(9))).body).not.toHaveProperty('one_to_n_expected_false_matches')
    await partner.forget(again.body.one_to_n_verification_id, '?features=true')
    expect((await partner.search(fakeFace(2))).body.one_to_n_expected_false_matches).toBeCloseTo(0.0003, 9)
  })

  it('takes the strictest match level of the journeys that have it on', async () => {
    await partner.index(fakeFace(1))
    // 0.44 away: level 4.
    const original = test.provider.extractFeatures
    test.provider.extractFeatures = async (image, signal, asker) => {
      const outcome = await original?.(image, signal, asker)
      if (outcome?.kind !== 'features') throw new Error('no face')
      const values = outcome.features.values.map((value) => value + 0.44 / Math.sqrt(128))
      return { ...outcome, features: { ...outcome.features, values } }
    }
    const isFound = async () => (await partner.search(fakeFace(1))).body.one_to_n_verification_match
    expect(await isFound()).toBe(true)
    const journey = { name: 'strict', provider: 'embedded', minimum_match_level: 5 }
    await partner.post('/user-journeys', journey)
    expect(await isFound()).toBe(true)
    await partner.post('/user-journeys', { ...journey, one_to_n: true })
    expect(await isFound()).toBe(false)
    if (original) test.provider.extractFeatures = original
  })

  it('refuses what it cannot use, and keeps nothing of it', async () => {
    const before = await test.deps.assets.list()
    expect(await partner.search(fakeEmptyRoom(), true)).toMatchObject({
      status: 422,
      body: { error_codes: ['image__no_face'] },
    })
    expect(await partner.post('/face-searches', { image: 'no!' })).toMatchObject({ status: 422 })
    expect(await partner.index(fakeEmptyRoom())).toMatchObject({ status: 422 })
    expect(await test.deps.assets.list()).toEqual(before)
  })

  describe('insert', () => {
    it('keeps whose face it is', async () => {
      const applicantId = await partner.createApplicant()
      const named = await partner.index(fakeFace(1), { applicant_id: applicantId.toUpperCase() })
      expect(named).toMatchObject({
        status: 201,
        body: { one_to_n_verification_id: ID, one_to_n_verification_match: false },
      })
      const id = named.body.one_to_n_verification_id
      expect((await partner.read(id)).body).toEqual({
        one_to_n_verification_id: id,
        created_on: expect.any(String),
        applicant_id: applicantId,
        has_picture: true,
      })
      const other = await partner.index(fakeFace(2), { reference: 'ours' })
      expect((await partner.read(other.body.one_to_n_verification_id)).body).toMatchObject({
        reference: 'ours',
      })
    })

    it('reports a duplicate with the id that is there, and leaves that as it is', async () => {
      const { body: first } = await partner.index(fakeFace(1), { reference: 'first' })
      const id = first.one_to_n_verification_id
      const second = await partner.index(fakeFace(1, 1), { reference: 'second' })
      expect(second).toMatchObject({
        status: 200,
        body: { one_to_n_verification_id: id, one_to_n_verification_match: true },
      })
      expect((await partner.read(id)).body.reference).toBe('first')
      expect(await listPictures(id)).toHaveLength(1)
    })

    it('keeps one of a face that arrives many times at once', async () => {
      const before = (await test.deps.assets.list()).length
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, picture) => partner.index(fakeFace(1, picture))),
      )
      expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
      expect(new Set(answers.map((answer) => answer.body.one_to_n_verification_id)).size).toBe(1)
      expect(await test.deps.assets.list()).toHaveLength(before + 1)
    })

    it.each([
      [{}, ['applicant_id__required', 'reference__required']],
      [{ applicant_id: 'aplt_x', reference: 'x' }, ['applicant_id__conflict', 'reference__conflict']],
      [{ applicant_id: 'aplt_x' }, ['applicant_id__not_found']],
      [{ reference: '' }, ['reference__too_short']],
    ])('%j: 422', async (change, codes) => {
      expect(await partner.index(fakeFace(1), change)).toMatchObject({
        status: 422,
        body: { error_codes: codes },
      })
    })

    it("knows no applicant of another tenant's", async () => {
      const other = await createSearcher(test)
      const answer = await partner.index(fakeFace(1), { applicant_id: await other.createApplicant() })
      expect(answer).toMatchObject({ status: 422, body: { error_codes: ['applicant_id__not_found'] } })
    })
  })

  describe('delete', () => {
    it('removes the picture; the features stay and are found', async () => {
      const { body } = await partner.index(fakeFace(1))
      const id = body.one_to_n_verification_id
      const [picture] = await listPictures(id)
      expect((await partner.forget(id)).status).toBe(204)
      expect(await listPictures(id)).toEqual([])
      expect(await test.deps.assets.get(assetNamed(picture?.id ?? ''))).toBeUndefined()
      expect((await partner.read(id)).body.has_picture).toBe(false)
      expect((await partner.search(fakeFace(1))).body.one_to_n_verification_id).toBe(id)
      expect((await partner.forget(id)).status).toBe(204)
    })

    it('removes both when told to', async () => {
      const { body } = await partner.index(fakeFace(1))
      const id = body.one_to_n_verification_id
      const [picture] = await listPictures(id)
      expect((await partner.forget(id, '?features=true')).status).toBe(204)
      expect(await test.deps.assets.get(assetNamed(picture?.id ?? ''))).toBeUndefined()
      expect((await partner.search(fakeFace(1))).body).toEqual({ one_to_n_verification_match: false })
      for (const answer of [await partner.read(id), await partner.forget(id)]) expect(answer.status).toBe(404)
      expect((await partner.index(fakeFace(1))).status).toBe(201)
    })

    it('works with the search turned off, and is not misled by a misspelling', async () => {
      const { body } = await partner.index(fakeFace(1))
      await partner.turnOn(partner.userJourneyId, { one_to_n: false })
      const id = body.one_to_n_verification_id
      const unclear = await partner.forget(id, '?features=yes')
      expect(unclear).toMatchObject({ status: 422, body: { error_codes: ['features__invalid_format'] } })
      expect((await partner.forget(id, '?features=true')).status).toBe(204)
    })

    it('forgets everything of an applicant, and nothing of others', async () => {
      const applicantId = await partner.createApplicant()
      const { body: theirs } = await partner.index(fakeFace(1), { applicant_id: applicantId })
      const { body: kept } = await partner.index(fakeFace(2), {
        applicant_id: await partner.createApplicant(),
      })
      const [picture] = await listPictures(theirs.one_to_n_verification_id)
      expect((await partner.post(`/applicants/${applicantId}/anonymize`, {})).status).toBe(200)
      const receipt = await test.deps.database.erasureReceipts.get(partner.tenantId, applicantId)
      expect(receipt?.erased).toMatchObject({ picture: 1, index_entry: 1 })
      expect((await partner.search(fakeFace(1))).body).toEqual({ one_to_n_verification_match: false })
      expect(await test.deps.assets.get(assetNamed(picture?.id ?? ''))).toBeUndefined()
      expect((await partner.search(fakeFace(2))).body).toMatchObject({
        ...kept,
        one_to_n_verification_match: true,
      })
    })
  })

  it('asks for the scope `one-to-n`', async () => {
    const { body: key } = await partner.post('/api-keys', { scopes: ['match', 'face:add'] })
    const narrow = createPartnerClient(test, key.key)
    for (const path of ['/face-searches', '/face-index'])
      expect((await narrow.post(path, {})).status).toBe(403)
    expect((await narrow.get('/face-index/fidx_x')).status).toBe(403)
    expect((await narrow.delete('/face-index/fidx_x')).status).toBe(403)
  })

  it('is announced as available', async () => {
    const ready = await test.app.request('/health/ready')
    expect(await ready.json()).toEqual({
      status: 'ok',
      database: 'pglite',
      one_to_n: 'available',
      face_engine: 'native',
    })
  })
})

describe.skipIf(!hasPostgres())('on a PostgreSQL without pgvector', () => {
  it('1:N says so and the rest works', async ({ onTestFinished, skip }) => {
    const server = await startPostgres()
    onTestFinished(() => server.stop())
    const test = await createTestApp({}, server.url)
    onTestFinished(() => test.close())
    if (test.deps.database.faceIndexSupport === 'available') skip('this PostgreSQL has pgvector')

    const partner = await createSearcher(test)
    const answers = [
      await partner.search(fakeFace(1), true),
      await partner.index(fakeFace(1)),
      await partner.read('fidx_x'),
      await partner.forget('fidx_x'),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 501, body: { error_codes: ['search__not_available'] } })
    }
    const ready = await test.app.request('/health/ready')
    expect(ready.status).toBe(200)
    expect(await ready.json()).toEqual({
      status: 'ok',
      database: 'postgres',
      one_to_n: 'extension_missing',
      face_engine: 'native',
    })

    const pictures = { source_image: base64(fakeFace(1)), target_image: base64(fakeFace(1)) }
    expect((await partner.post('/face-matches', pictures)).status).toBe(200)
    const applicantId = await partner.createApplicant()
    expect((await partner.enrol(applicantId)).status).toBe(201)
    expect((await partner.post(`/applicants/${applicantId}/anonymize`, {})).status).toBe(200)
  })
})
