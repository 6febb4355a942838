import { newId } from '@visavis/shared/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../testing/scripted-provider.ts'
import { setUpTenant } from '../access/index.ts'
import { toConsoleActor } from '../audit/index.ts'
import { verifyDecisions } from '../authentications/index.ts'
import { reviewFace } from '../faces/index.ts'

const { test, partner } = await openTestApp()
const { database, assets } = test.deps
const { tenantId, userJourneyId } = test.partner
const journeyPath = `/user-journeys/${userJourneyId}`

const [viewer, bea, cy, admin] = await Promise.all([
  openConsole(test, 'viewer'),
  openConsole(test, 'reviewer'),
  openConsole(test, 'reviewer'),
  openConsole(test, 'admin'),
])

const ACCEPTED = { outcome: 'accepted', reason_code: 'same_person' }
const REFUSED = { outcome: 'refused', reason_code: 'different_person' }
const FOUR_EYES = { review: 'on_decline', review_four_eyes: true, enrolment_match: 'required' }

beforeEach(async () => {
  test.provider.script(DECLINED)
  await partner.patch(journeyPath, { ...FOUR_EYES, review_four_eyes: false, lockout: null })
})

const createPerson = async () => {
  const id = await partner.createApplicant({ external_applicant_id: 'ext-5' })
  await partner.enrol(id)
  return id
}

/** @returns the path of a face authentication that was declined */
const decline = async () => {
  const applicantId = await createPerson()
  const { authenticationId: id, attemptId } = await partner.finishAttempt(applicantId)
  return { id, attemptId, applicantId, path: `/face-authentications/${id}` }
}

/** @returns the path of a face by link that is somebody else's */
const addWaitingFace = async () => {
  const applicantId = await createPerson()
  const { body } = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
    redirect_url: 'https://partner.example/back',
    user_journey_id: userJourneyId,
  })
  const browser = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
  await browser.session()
  await browser.consent()
  await browser.upload()
  const id: string = body.face_id
  return { id, applicantId, path: `/applicants/${applicantId}/faces/${id}` }
}

const listEvents = async (subjectId: string) => {
  const { rows } = await database.events.list(tenantId, { skip: 0, limit: 30 })
  return rows
    .filter(({ payload }) => Object.values(payload).includes(subjectId))
    .map(({ type, payload }) => ({ type, ...payload }))
}
const newest = async (query: string) => (await admin.get(`/audit-events?limit=1&${query}`)).body.data[0]
const readQueue = async (): Promise<string[]> =>
  (await bea.get('/reviews?limit=100')).body.data.map(({ subject_id }: { subject_id: string }) => subject_id)

describe('a decision', () => {
  it('is sent to review where the journey says so, which webhook and list tell', async () => {
    const { id, path } = await decline()
    const { body } = await partner.get(path)
    expect(body).toMatchObject({ status: 'declined', review: { status: 'pending', cause: 'decline' } })
    expect((await listEvents(id)).find(({ type }) => type.endsWith('checks_completed'))).toMatchObject({
      status: 'declined',
      review: { status: 'pending', cause: 'decline' },
    })
    const list = async (query: string): Promise<string[]> =>
      (await partner.get(`/face-authentications?${query}`)).body.data.map((row: { id: string }) => row.id)
    await partner.patch(journeyPath, { review: 'off' })
    const other = await decline()
    expect((await partner.get(other.path)).body).not.toHaveProperty('review')
    expect(await list('review=pending')).toContain(id)
    expect(await list('review=pending')).not.toContain(other.id)
    expect(await list('review=accepted')).not.toContain(id)
    expect((await partner.get('/face-authentications?review=maybe')).status).toBe(422)
  })

  it('is sent there for its risk labels, an approval too', async () => {
    await partner.patch(journeyPath, {
      review: 'on_risk',
      lockout: { declines: 9, window: 86_400, for: 86_400 },
    })
    const applicantId = await createPerson()
    const { authenticationId: first } = await partner.finishAttempt(applicantId)
    expect((await partner.get(`/face-authentications/${first}`)).body).not.toHaveProperty('review')
    await partner.finishAttempt(applicantId)
    test.provider.script(APPROVED)
    test.clock.skewMs += 60_000
    const { authenticationId: last } = await partner.finishAttempt(applicantId)
    expect((await partner.get(`/face-authentications/${last}`)).body).toMatchObject({
      status: 'approved',
      risk_labels: ['repeated_declines'],
      review: { status: 'pending', cause: 'risk' },
    })
  })

  it('stays the machine’s, with what a person says beside it', async () => {
    const { id, path } = await decline()
    const before = (await partner.get(path)).body
    const answer = await partner.post(`${path}/review`, ACCEPTED)
    const review = { status: 'accepted', cause: 'decline', reason_code: 'same_person' }
    expect(answer).toMatchObject({ status: 200, body: { ...review, reviewed_on: expect.any(String) } })
    // The picture's address is signed anew each second.
    const face = { image_signed_url: expect.any(String) }
    expect((await partner.get(path)).body).toEqual({ ...before, face, review: answer.body })
    expect((await listEvents(id))[0]).toMatchObject({
      type: 'face_authentication_reviewed',
      status: 'declined',
      response_codes: [{ code: 62321 }],
      external_applicant_id: 'ext-5',
      review,
    })
    expect((await verifyDecisions(database, tenantId)).broken).toBeUndefined()
    expect(await newest(`subject_id=${id}`)).toMatchObject({
      action: 'face_authentication.review',
      actor: { type: 'key' },
    })
  })

  it('is reviewed once: of two at the same moment one hears that somebody else was faster', async () => {
    const { id } = await decline()
    const answers = await Promise.all([
      bea.post(`/reviews/${id}`, ACCEPTED),
      cy.post(`/reviews/${id}`, REFUSED),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.error_codes).toEqual(['review_not_pending'])
    expect((await listEvents(id)).filter(({ type }) => type.endsWith('reviewed'))).toHaveLength(1)
  })

  it.each([
    [{ outcome: 'accepted', reason_code: 'different_person' }, 'reason_code__invalid_format'],
    [{ outcome: 'refused', reason_code: 'same_person' }, 'reason_code__invalid_format'],
    [{ outcome: 'refused', reason_code: 'other' }, 'reason__required'],
    [{ outcome: 'refused', reason_code: 'other', reason: ' ' }, 'reason__too_short'],
    [{ ...REFUSED, reason: 'x'.repeat(501) }, 'reason__too_long'],
    [{ ...REFUSED, reason: 'a\0b' }, 'reason__invalid_format'],
    [{ outcome: 'maybe', reason_code: 'other' }, 'outcome__invalid_format'],
  ])('is not reviewed by %j', async (body, code) => {
    const { id, path } = await decline()
    expect(await partner.post(`${path}/review`, body)).toMatchObject({
      status: 422,
      body: { error_codes: [code] },
    })
    expect((await database.reviews.get(tenantId, id))?.status).toBe('pending')
  })

  it('that nobody sent there is not reviewed, nor one that is not there, nor by a key of another kind', async () => {
    await partner.patch(journeyPath, { review: 'off' })
    const { path } = await decline()
    expect(await partner.post(`${path}/review`, ACCEPTED)).toMatchObject({
      status: 409,
      body: { error_codes: ['review_not_pending'] },
    })
    for (const unknown of [newId('faceAuthentication'), 'fav_x']) {
      expect((await partner.post(`/face-authentications/${unknown}/review`, ACCEPTED)).status).toBe(404)
    }
    const { key } = (await partner.post('/api-keys', { scopes: ['face-authentication:*'] })).body
    const everyday = createPartnerClient(test, key)
    expect((await everyday.post(`${path}/review`, ACCEPTED)).status).toBe(403)
    expect((await partner.post('/oauth-clients', {})).body.scopes).not.toContain('review')
  })

  it('takes two people who agree, where the journey asks for four eyes', async () => {
    await partner.patch(journeyPath, FOUR_EYES)
    const { id, path } = await decline()
    const needed = { status: 409, body: { error_codes: ['review_second_person_needed'] } }
    expect(await partner.post(`${path}/review`, ACCEPTED)).toMatchObject(needed)
    expect((await bea.post(`/reviews/${id}`, ACCEPTED)).body).toEqual({ status: 'pending', cause: 'decline' })
    expect(await bea.post(`/reviews/${id}`, ACCEPTED)).toMatchObject(needed)
    expect((await bea.get(`/reviews/${id}`)).body).toMatchObject({ has_reviewed: true, opinions: [] })
    // Nobody is told what the first one thinks.
    expect((await cy.get(`/reviews/${id}`)).body).toMatchObject({ has_reviewed: false, opinions: [] })
    expect((await cy.post(`/reviews/${id}`, { ...REFUSED, reason: 'The ears.' })).body.status).toBe('pending')
    expect((await listEvents(id)).map(({ type }) => type)).not.toContain('face_authentication_reviewed')
    expect((await admin.post(`/reviews/${id}`, REFUSED)).body).toMatchObject({ status: 'refused' })
    expect((await cy.get(`/reviews/${id}`)).body.opinions).toMatchObject([
      { reviewer: 'Bea, reviewer', outcome: 'accepted' },
      { reviewer: 'Bea, reviewer', outcome: 'refused', reason: 'The ears.' },
      { reviewer: 'Bea, admin', outcome: 'refused' },
    ])
  })

  it('of somebody who is erased waits for nobody, and keeps no words', async () => {
    const [waiting, reviewed] = [await decline(), await decline()]
    await bea.post(`/reviews/${reviewed.id}`, { ...REFUSED, reason: 'Bea knows the man.' })
    for (const { path, id } of [waiting, reviewed]) {
      await partner.post(`${path}/anonymize`, {})
      expect((await partner.post(`${path}/review`, ACCEPTED)).status).toBe(409)
      expect(await readQueue()).not.toContain(id)
    }
    expect((await partner.get(waiting.path)).body).not.toHaveProperty('review')
    expect((await partner.get(reviewed.path)).body.review).toMatchObject({ status: 'refused' })
    const [opinion] = await database.reviews.listOpinions(tenantId, reviewed.id)
    expect(opinion).toMatchObject({ actorId: bea.userId, outcome: 'refused', reason: null })
  })
})

describe('a new face', () => {
  it('is compared once it is accepted', async () => {
    const { id, applicantId, path } = await addWaitingFace()
    expect((await partner.get(path)).body).toMatchObject({
      status: 'REVIEW',
      review: { status: 'pending', cause: 'new_face' },
    })
    expect((await partner.post(`${path}/review`, ACCEPTED)).body).toMatchObject({ status: 'accepted' })
    expect((await partner.get(path)).body).toMatchObject({ status: 'ACTIVE', review: { status: 'accepted' } })
    const { data } = (await partner.get(`/applicants/${applicantId}/faces`)).body
    expect(data.map((face: { review?: object }) => 'review' in face)).toEqual([false, true])
    expect((await listEvents(id))[0]).toMatchObject({
      type: 'face_reviewed',
      face_status: 'ACTIVE',
      review: { status: 'accepted', reason_code: 'same_person' },
    })
    expect(await newest(`subject_id=${id}`)).toMatchObject({ action: 'face.review' })
  })

  it('is gone once it is refused, with picture and template; that it was refused stays', async () => {
    const { id, path } = await addWaitingFace()
    const [picture] = (await database.assets.listStored(tenantId, id, { skip: 0, limit: 1 })).rows
    if (!picture) throw new Error('the face has no picture')
    expect(await assets.get(picture)).toBeDefined()
    expect((await bea.post(`/reviews/${id}`, { ...REFUSED, reason: 'Not her.' })).body).toMatchObject({
      status: 'refused',
    })
    expect((await partner.get(path)).status).toBe(404)
    expect(await assets.get(picture)).toBeUndefined()
    expect(await database.assets.findStored(picture.id)).toBeUndefined()
    expect((await listEvents(id)).slice(0, 2).map(({ type }) => type)).toEqual([
      'face_removed',
      'face_reviewed',
    ])
    expect((await bea.get(`/reviews/${id}`)).body).toMatchObject({
      review: { status: 'refused', cause: 'new_face', reason_code: 'different_person' },
      opinions: [{ reviewer: 'Bea, reviewer', reason: 'Not her.' }],
      pictures: [],
    })
    expect(await newest(`subject_id=${id}`)).toMatchObject({
      action: 'face.review',
      actor: { type: 'console_user', id: bea.userId },
    })
  })

  it('is refused as a whole or not at all', async () => {
    const { id, path } = await addWaitingFace()
    const refusing = reviewFace(test.deps, {
      tenantId,
      faceId: id,
      reviewer: toConsoleActor(bea.userId),
      decision: { outcome: 'refused', reasonCode: 'different_person', reason: null },
      alongside: () => Promise.reject(new Error('no audit log')),
    })
    await expect(refusing).rejects.toThrow('no audit log')
    expect((await partner.get(path)).body).toMatchObject({ status: 'REVIEW', review: { status: 'pending' } })
    expect((await database.assets.listStored(tenantId, id, { skip: 0, limit: 1 })).rows).toHaveLength(1)
    expect(await database.reviews.listOpinions(tenantId, id)).toEqual([])
  })

  it('leaves review by PATCH too, which settles it', async () => {
    for (const [status, outcome] of [
      ['ACTIVE', 'accepted'],
      ['FAILED', 'refused'],
    ]) {
      const { path, id } = await addWaitingFace()
      expect((await partner.patch(path, { status })).body).toMatchObject({
        status,
        review: { status: outcome },
      })
      expect((await listEvents(id))[0]).toMatchObject({ type: 'face_reviewed', face_status: status })
    }
  })

  it('does not leave it by a key where the journey asks for four eyes', async () => {
    await partner.patch(journeyPath, FOUR_EYES)
    const { path, id } = await addWaitingFace()
    expect(await partner.patch(path, { status: 'ACTIVE' })).toMatchObject({
      status: 409,
      body: { error_codes: ['review_second_person_needed'] },
    })
    expect((await partner.get(path)).body.status).toBe('REVIEW')
    await bea.post(`/reviews/${id}`, ACCEPTED)
    expect((await partner.get(path)).body.status).toBe('REVIEW')
    await cy.post(`/reviews/${id}`, ACCEPTED)
    expect((await partner.get(path)).body.status).toBe('ACTIVE')
  })

  it('that has expired meanwhile can be refused only', async () => {
    const { path } = await addWaitingFace()
    const soon = new Date(test.deps.now().getTime() + 60_000).toISOString()
    await partner.patch(path, { expires_on: soon })
    test.clock.skewMs += 120_000
    expect(await partner.post(`${path}/review`, ACCEPTED)).toMatchObject({
      status: 409,
      body: { error_codes: ['face_status_conflict'] },
    })
    expect((await partner.post(`${path}/review`, REFUSED)).body).toMatchObject({ status: 'refused' })
  })

  it('that is deleted, or whose person is erased, waits for nobody', async () => {
    const [deleted, erased] = [await addWaitingFace(), await addWaitingFace()]
    await partner.delete(deleted.path)
    await partner.post(`/applicants/${erased.applicantId}/anonymize`, {})
    for (const { id } of [deleted, erased]) expect(await readQueue()).not.toContain(id)
  })

  it('keeps to its applicant', async () => {
    const [{ id, path }, { applicantId }] = [await addWaitingFace(), await decline()]
    expect((await partner.post(`/applicants/${applicantId}/faces/${id}/review`, REFUSED)).status).toBe(404)
    expect((await partner.get(path)).body.status).toBe('REVIEW')
  })
})

describe('the queue', () => {
  it('begins with whoever has waited longest, and is the reviewers’', async () => {
    const first = await decline()
    test.clock.skewMs += 1000
    const last = await addWaitingFace()
    const queue = await readQueue()
    expect(queue.indexOf(first.id)).toBeGreaterThanOrEqual(0)
    expect(queue.slice(-1)).toEqual([last.id])
    expect((await bea.get('/reviews')).body.count).toBe(queue.length)
    const page = (await bea.get('/reviews?limit=1')).body
    expect(page).toMatchObject({ count: queue.length, data: [{ subject_id: queue[0] }] })
    const { pathname, search } = new URL(page._links.next.href)
    expect(pathname).toBe('/console/api/reviews')
    const rest = (await bea.get(`/reviews${search.replace('limit=1', 'limit=100')}`)).body
    expect(rest.data.map(({ subject_id }: { subject_id: string }) => subject_id)).toEqual(queue.slice(1))
    expect(rest._links.next).toBeUndefined()
    const refused = await bea.get('/reviews?cursor=x')
    expect(refused).toMatchObject({ status: 422, body: { error_codes: ['cursor__invalid_format'] } })
    for (const path of ['/reviews', `/reviews/${first.id}`]) expect((await viewer.get(path)).status).toBe(403)
    expect((await viewer.post(`/reviews/${first.id}`, ACCEPTED)).status).toBe(403)
  })

  it('shows the picture taken and those on file, without their addresses', async () => {
    const { id, attemptId, applicantId } = await decline()
    const { status, body } = await bea.get(`/reviews/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      subject_id: id,
      cause: 'decline',
      authentication: { status: 'declined' },
      attempt: { id: attemptId },
      attempts: 1,
      applicant: { id: applicantId },
      user_journey: { id: userJourneyId },
      pictures: [{ id: expect.stringMatching(/^asst_/) }],
      references: [{ face: { status: 'ACTIVE' }, pictures: [{ id: expect.stringMatching(/^asst_/) }] }],
    })
    expect(body.pictures[0].id).not.toBe(body.references[0].pictures[0].id)
    expect(JSON.stringify(body)).not.toMatch(/signature=|\/assets\//)
    const waiting = await addWaitingFace()
    expect((await bea.get(`/reviews/${waiting.id}`)).body).toMatchObject({
      face: { id: waiting.id, status: 'REVIEW' },
      pictures: [{}],
      references: [{ face: { status: 'ACTIVE' } }],
    })
  })

  it('is the tenant’s own', async () => {
    const { id, path } = await decline()
    const other = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
    const theirs = await openConsole(test, 'admin', other.tenantId)
    expect((await theirs.get('/reviews')).body).toMatchObject({ count: 0, data: [] })
    expect((await theirs.get(`/reviews/${id}`)).status).toBe(404)
    expect((await theirs.post(`/reviews/${id}`, ACCEPTED)).status).toBe(404)
    const partnerOther = createPartnerClient({ app: test.app, partner: other })
    expect((await partnerOther.post(`${path}/review`, ACCEPTED)).status).toBe(404)
  })
})
