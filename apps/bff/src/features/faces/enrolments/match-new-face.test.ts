import { beforeEach, describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../../testing/scripted-provider.ts'

const { test, partner } = await openTestApp()
const journeyPath = `/user-journeys/${test.partner.userJourneyId}`
beforeEach(async () => {
  test.provider.script(APPROVED)
  test.provider.duringEnrol = async () => {}
  await partner.patch(journeyPath, { enrolment_match: 'required' })
})

/** A link by which a person gives one more face. */
const open = async (applicantId: string) => {
  const { body } = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
    redirect_url: 'https://partner.example/back',
  })
  const browser = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
  await browser.session()
  await browser.consent()
  const face = `/applicants/${applicantId}/faces/${body.face_id}`
  return { browser, face, enrollment: `/applicants/${applicantId}/face-enrollments/${body.id}` }
}

const createPerson = async () => {
  const id = await partner.createApplicant({ external_applicant_id: 'ext-5' })
  await partner.enrol(id)
  return id
}

const readStatus = async (face: string) => (await partner.get(face)).body.status
const listEvents = async (types: readonly string[]) => {
  const { rows } = await test.deps.database.events.list(test.partner.tenantId, { skip: 0, limit: 20 })
  return rows.filter(({ type }) => types.includes(type)).map(({ type, payload }) => ({ type, ...payload }))
}

describe('a new face by link of somebody who has one', () => {
  it('is taken where it matches', async () => {
    const { browser, face, enrollment } = await open(await createPerson())
    expect((await browser.upload()).body).toMatchObject({ next: 'done' })
    expect(await readStatus(face)).toBe('ACTIVE')
    expect((await partner.get(enrollment)).body).toMatchObject({
      status: 'completed',
      response_codes: [{ code: 10000 }],
    })
  })

  it("goes to review where it is somebody else's, and is compared with nobody", async () => {
    const applicantId = await createPerson()
    const { browser, face, enrollment } = await open(applicantId)
    test.provider.script(DECLINED)
    const answer = await browser.upload()
    expect(answer.body).toMatchObject({ next: 'done' })
    expect(answer.body.redirect_url).not.toContain('62321')
    expect(await readStatus(face)).toBe('REVIEW')
    expect((await partner.get(enrollment)).body).toMatchObject({
      status: 'completed',
      response_codes: [{ code: 62321 }],
    })
    const active = await test.deps.database.faces.listActive(test.partner.tenantId, applicantId, new Date())
    expect(active).toHaveLength(1)
    expect((await listEvents(['face_added']))[0]).toMatchObject({
      applicant_id: applicantId,
      external_applicant_id: 'ext-5',
      face_status: 'REVIEW',
      face_source: 'enrollment',
    })
  })

  it('leaves review by the word of the partner', async () => {
    for (const status of ['ACTIVE', 'FAILED']) {
      const { browser, face } = await open(await createPerson())
      test.provider.script(DECLINED)
      await browser.upload()
      expect((await partner.patch(face, { status })).status).toBe(200)
      expect(await readStatus(face)).toBe(status)
    }
    const applicantId = await createPerson()
    const { body } = await partner.get(`/applicants/${applicantId}/faces`)
    const active = `/applicants/${applicantId}/faces/${body.data[0].id}`
    expect((await partner.patch(active, { status: 'FAILED' })).status).toBe(409)
  })

  it.each([
    ['review', 'REVIEW', APPROVED],
    ['off', 'ACTIVE', DECLINED],
  ])('with enrolment_match %s is %s whatever it shows', async (enrolment_match, status, outcome) => {
    await partner.patch(journeyPath, { enrolment_match })
    const { browser, face } = await open(await createPerson())
    test.provider.script(outcome)
    await browser.upload()
    expect(await readStatus(face)).toBe(status)
  })

  it('goes to review where the other one came while the picture was looked at', async () => {
    const applicantId = await partner.createApplicant()
    const { browser, face } = await open(applicantId)
    test.provider.duringEnrol = async () => {
      test.provider.duringEnrol = async () => {}
      await partner.enrol(applicantId)
    }
    // The first look sees it; the one in the transaction would, were it later still.
    test.provider.script(DECLINED)
    await browser.upload()
    expect(await readStatus(face)).toBe('REVIEW')
  })

  it('cannot be vouched for by one that a vendor keeps', async () => {
    const applicantId = await partner.createApplicant()
    await partner.post(`/applicants/${applicantId}/faces`, { provider: 'vendor', vendor_reference: 'v-1' })
    const { browser, face } = await open(applicantId)
    await browser.upload()
    expect(await readStatus(face)).toBe('REVIEW')
  })
})

it('events tell of each face that comes and goes, and of no link that nobody used', async () => {
  const applicantId = await createPerson()
  await open(applicantId)
  const { body } = await partner.get(`/applicants/${applicantId}/faces`)
  const [first] = body.data
  await partner.post(`/applicants/${applicantId}/anonymize`, {})
  const told = await listEvents(['face_added', 'face_removed'])
  expect(told.filter((event) => event.applicant_id === applicantId)).toMatchObject([
    { type: 'face_removed', face_id: first.id, face_status: 'ACTIVE', face_source: 'upload' },
    { type: 'face_added', face_id: first.id, face_status: 'ACTIVE', face_source: 'upload' },
  ])
})

it('a journey that demands liveness makes no link that has none', async () => {
  await test.deps.database.userJourneys.update(
    test.partner.tenantId,
    test.partner.userJourneyId,
    { livenessPolicy: 'required' },
    new Date(),
  )
  const applicantId = await partner.createApplicant()
  const answer = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
    redirect_url: 'https://partner.example/back',
  })
  expect(answer).toMatchObject({ status: 409, body: { error_codes: ['liveness_unavailable'] } })
})
