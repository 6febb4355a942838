import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retemplateFaces } from '../features/faces/index.ts'
import { reindexFaces } from '../features/search/index.ts'
import { createBrowserClient, createPartnerClient } from '../testing/clients.ts'
import { fakeFace } from '../testing/fake-face.ts'
import { APPROVED, createScriptedProvider } from '../testing/scripted-provider.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { startJobs } from './start-jobs.ts'

const NEW = { modelId: 'scripted/new', pipelineId: 'turned' }

let test: TestApp
let partner: ReturnType<typeof createPartnerClient>
beforeEach(async () => {
  test = await createTestApp()
  partner = createPartnerClient(test)
})
afterEach(() => test.close())

const enrolSomebody = async () => {
  const applicantId = await partner.createApplicant({ external_applicant_id: 'ext-7' })
  const { body: face } = await partner.enrol(applicantId)
  return { applicantId, faceId: face.id as string }
}
const losePicture = async (ownerId: string) => {
  const { database, assets } = test.deps
  const [asset] = await database.assets.listByOwner(test.partner.tenantId, ownerId)
  await assets.delete(asset?.id ?? '')
  await database.assets.delete(asset?.id ?? '')
}
/** As a rotten disk leaves it, or another master key. */
const spoilPicture = async (ownerId: string) => {
  const { database, assets } = test.deps
  const [asset] = await database.assets.listByOwner(test.partner.tenantId, ownerId)
  test.deps.assets = {
    ...assets,
    get: (wanted) => {
      if (wanted.id === asset?.id) throw new Error('altered')
      return assets.get(wanted)
    },
  }
}
const statusOf = async ({ authenticationId: id }: { authenticationId: string }) =>
  (await partner.get(`/face-authentications/${id}`)).body.status
const askFor = (applicantId: string) =>
  partner.post('/face-authentications', {
    applicant_id: applicantId,
    user_journey_id: test.partner.userJourneyId,
  })
const progress = () => test.deps.database.faces.countTemplates(test.provider.recognition)
const told = async () => {
  const { rows } = await test.deps.database.events.list(test.partner.tenantId, { skip: 0, limit: 100 })
  return rows.filter(({ type }) => type === 'face_enrollment_required').map(({ payload }) => payload)
}
const templatesSeen = () => {
  const seen: string[] = []
  test.provider.verify = async ({ references }) => {
    seen.push(...references.map(({ template }) => template?.modelId ?? 'none'))
    return references.some(({ template }) => template) ? APPROVED : { kind: 'no-reference' }
  }
  return seen
}

describe('after a change of recognition model', () => {
  it('a person signs in: the template is made of the kept picture on the spot, once', async () => {
    const { applicantId } = await enrolSomebody()
    test.provider.recognition = NEW
    const seen = templatesSeen()
    let made = 0
    test.provider.duringEnrol = async () => {
      made += 1
    }
    expect((await askFor(applicantId)).body).not.toHaveProperty('reference_status')
    for (let times = 0; times < 2; times += 1) {
      expect(await statusOf(await partner.finishAttempt(applicantId))).toBe('approved')
    }
    expect(seen).toEqual(['scripted/new', 'scripted/new'])
    expect(made).toBe(1)
  })

  it('whose picture is gone is asked to enrol again: when asked for, and by an event', async () => {
    const { applicantId, faceId } = await enrolSomebody()
    await losePicture(faceId)
    expect((await askFor(applicantId)).body).not.toHaveProperty('reference_status')
    test.provider.recognition = NEW
    const { body, status } = await askFor(applicantId)
    expect(status).toBe(201)
    expect(body.reference_status).toBe('enrollment_required')
    const readiness = await partner.get(`/applicants/${applicantId}/face-authentication-status`)
    expect(readiness.body.status).toBe('IDENTIFICATION')
    const { token } = await partner.startAttempt(body.id)
    const browser = createBrowserClient(test, token)
    expect((await browser.session()).body).toMatchObject({ code: 'REFERENCE_MISSING' })

    await startJobs(test.deps)
    await expect.poll(told, { timeout: 20_000 }).toEqual([
      {
        applicant_id: applicantId,
        external_applicant_id: 'ext-7',
        face_id: faceId,
        reason: 'picture_missing',
      },
    ])
    await test.deps.database.queue.stop()
    expect(await progress()).toEqual({ made: 0, waiting: 0, failed: 1 })

    await partner.enrol(applicantId)
    expect((await askFor(applicantId)).body).not.toHaveProperty('reference_status')
    expect(await statusOf(await partner.finishAttempt(applicantId))).toBe('approved')
  })

  it('whose picture the new model refuses is asked once, whoever looks how often', async () => {
    const { applicantId, faceId } = await enrolSomebody()
    const enrol = test.provider.enrol
    test.provider.recognition = NEW
    test.provider.enrol = async () => ({ kind: 'unusable', reason: 'face_blurry' })
    const look = () => retemplateFaces(test.deps, { after: 0, isOver: () => false })
    await Promise.all([look(), look()])
    await look()
    expect(await told()).toMatchObject([{ face_id: faceId, reason: 'picture_unusable' }])
    expect((await askFor(applicantId)).body.reference_status).toBe('enrollment_required')
    if (enrol) test.provider.enrol = enrol
    await partner.enrol(applicantId)
    expect((await askFor(applicantId)).body).not.toHaveProperty('reference_status')
  })

  it('nobody is locked out while the model before runs beside the new one', async () => {
    const { applicantId, faceId } = await enrolSomebody()
    await losePicture(faceId)
    const earlier = createScriptedProvider()
    test.provider.recognition = NEW
    test.provider.earlier = earlier
    const seen = templatesSeen()
    expect((await askFor(applicantId)).body).not.toHaveProperty('reference_status')
    expect(await statusOf(await partner.finishAttempt(applicantId))).toBe('approved')
    expect(seen).toEqual(['scripted'])
    expect(await told()).toMatchObject([{ face_id: faceId }])
  })

  it('what it could make nothing of is not looked at again at each sign-in', async () => {
    const { applicantId } = await enrolSomebody()
    test.provider.recognition = NEW
    test.provider.earlier = createScriptedProvider()
    let looks = 0
    test.provider.enrol = async () => {
      looks += 1
      return { kind: 'unusable', reason: 'face_blurry' }
    }
    for (let times = 0; times < 2; times += 1) {
      expect(await statusOf(await partner.finishAttempt(applicantId))).toBe('approved')
    }
    expect(looks).toBe(1)
  })

  it('all others are looked at by a job, from where one that was killed has come to', async () => {
    for (let count = 0; count < 5; count += 1) await enrolSomebody()
    test.provider.recognition = NEW
    let looks = 0
    const isOver = () => {
      looks += 1
      return looks > 2
    }
    const next = await retemplateFaces(test.deps, { after: 0, isOver })
    expect(next).toEqual({ next: expect.any(Number), left: 0 })
    expect(await progress()).toEqual({ made: 2, waiting: 3, failed: 0 })
    let made = 0
    test.provider.duringEnrol = async () => {
      made += 1
      // Its process dies in the middle of the next one: nothing of that is kept.
      if (made === 1) throw new Error('killed')
    }
    await startJobs(test.deps)
    await expect.poll(progress, { timeout: 20_000 }).toMatchObject({ made: 4 })
    await test.deps.database.queue.stop()
    await retemplateFaces(test.deps, { after: 0, isOver: () => false })
    expect(await progress()).toEqual({ made: 5, waiting: 0, failed: 0 })
    expect(made).toBe(4)
  })

  it('a picture that cannot be read holds up none of the others', async () => {
    const { faceId } = await enrolSomebody()
    await enrolSomebody()
    test.provider.recognition = NEW
    await spoilPicture(faceId)
    const all = { after: 0, isOver: () => false }
    expect(await retemplateFaces(test.deps, all)).toEqual({ next: undefined, left: 1 })
    expect(await progress()).toEqual({ made: 1, waiting: 1, failed: 0 })
    expect(test.log.text).toContain(faceId)
  })

  it('an indexed picture that cannot be read holds up none of the others', async () => {
    await partner.patch(`/user-journeys/${test.partner.userJourneyId}`, { one_to_n: true })
    const index = async (person: number): Promise<string> => {
      const image = Buffer.from(fakeFace(person)).toString('base64')
      return (await partner.post('/face-index', { image, reference: 'ours' })).body.one_to_n_verification_id
    }
    const ids = [await index(1), await index(2)].sort()
    await spoilPicture(ids[0] ?? '')
    test.provider.recognition = { ...test.provider.recognition, modelId: 'scripted/2' }
    test.provider.featuresModelId = 'scripted/2'
    const all = { after: '', isOver: () => false }
    expect(await reindexFaces(test.deps, all)).toEqual({ next: undefined, left: 1 })
    const { faceIndex } = test.deps.database
    expect(await faceIndex.countFaces(test.provider.recognition)).toEqual({ made: 1, elsewhere: 1 })
    expect(test.log.text).toContain(ids[0])
  })

  it('indexed faces move over to the new model, and are found meanwhile by the one before', async () => {
    await partner.patch(`/user-journeys/${test.partner.userJourneyId}`, { one_to_n: true })
    const toImage = (person: number) => Buffer.from(fakeFace(person)).toString('base64')
    const index = async (person: number) =>
      (await partner.post('/face-index', { image: toImage(person), reference: 'ours' })).body
        .one_to_n_verification_id as string
    const search = async (person: number) =>
      (await partner.post('/face-searches', { image: toImage(person) })).body.one_to_n_verification_id
    const [moving, staying] = [await index(1), await index(2)]
    await losePicture(staying)

    const earlier = createScriptedProvider()
    earlier.recognition = { ...test.provider.recognition, modelId: test.provider.featuresModelId }
    test.provider.recognition = { ...test.provider.recognition, modelId: 'scripted/2' }
    test.provider.featuresModelId = 'scripted/2'
    expect(await search(1)).toBeUndefined()
    const now = { after: '', isOver: () => true }
    await reindexFaces(test.deps, now)
    expect(test.log.text).toContain('name the model before in RECOGNITION_MODEL_EARLIER')
    test.provider.earlier = earlier
    expect([await search(1), await search(2)]).toEqual([moving, staying])
    // Known already: not inserted a second time.
    expect(await index(2)).toBe(staying)

    const { faceIndex } = test.deps.database
    const all = { after: '', isOver: () => false }
    expect(await reindexFaces(test.deps, { ...all, isOver: () => true })).toEqual({ next: '', left: 0 })
    expect(await faceIndex.countFaces(test.provider.recognition)).toEqual({ made: 0, elsewhere: 2 })
    expect(await reindexFaces(test.deps, all)).toEqual({ next: undefined, left: 0 })
    expect(await faceIndex.countFaces(test.provider.recognition)).toEqual({ made: 1, elsewhere: 1 })
    delete test.provider.earlier
    expect([await search(1), await search(2)]).toEqual([moving, undefined])
    await partner.delete(`/face-index/${moving}?features=true`)
    expect(await search(1)).toBeUndefined()
  })
})
