import { beforeEach, describe, expect, it } from 'vitest'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../testing/scripted-provider.ts'
import { fakeJpeg, PUBLIC_URL } from '../../testing/test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const DAY_MS = 86_400_000

const { test, partner } = await openTestApp()
beforeEach(() => test.provider.script(APPROVED))

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const inDays = (days: number) => new Date(Date.now() + test.clock.skewMs + days * DAY_MS).toISOString()
const image = () => Buffer.from(fakeJpeg()).toString('base64')
const pictures = async () => (await test.deps.assets.list()).length

const addFace = async (body: object = {}) => {
  const applicantId = await partner.createApplicant()
  const face = await partner.post(`/applicants/${applicantId}/faces`, { image: image(), ...body })
  return { applicantId, face: face.body, path: `/applicants/${applicantId}/faces/${face.body.id}` }
}

const readiness = async (applicantId: string) =>
  (await partner.get(`/applicants/${applicantId}/face-authentication-status`)).body.status

describe('applicants', () => {
  it('change name and address, nothing else', async () => {
    const input = { external_applicant_id: 'e', email: 'a@b.example', external_applicant_name: 'Ada' }
    const id = await partner.createApplicant(input)
    const change = { email: 'c@d.example' }
    const changed = await partner.patch(`/applicants/${id}`, change)
    expect(changed).toMatchObject({ status: 200, body: { id, ...input, ...change } })
    expect((await partner.get(`/applicants/${id}`)).body).toEqual(changed.body)
    expect(await partner.patch(`/applicants/${id}`, { external_applicant_id: 'f' })).toMatchObject({
      status: 422,
      body: { error_codes: ['external_applicant_id__invalid_type'] },
    })
    expect((await partner.patch(`/applicants/${id}`, { email: 'nope' })).status).toBe(422)
    expect((await partner.patch('/applicants/aplt_x', {})).status).toBe(404)
  })
})

describe('a face', () => {
  it('is read, listed and told what it must satisfy', async () => {
    const { applicantId, face, path } = await addFace({ expires_on: inDays(30) })
    expect(face).toEqual({
      id: expect.stringMatching(/^face_[a-z2-7]{26}$/),
      created_on: TIME,
      modified_on: TIME,
      applicant_id: applicantId,
      status: 'ACTIVE',
      provider: 'embedded',
      source: 'upload',
      expires_on: TIME,
      _links: {
        self: { href: `${PUBLIC_URL}${path}` },
        applicant: { href: `${PUBLIC_URL}/applicants/${applicantId}` },
      },
    })
    expect((await partner.get(path)).body).toEqual(face)
    const second = (await partner.enrol(applicantId)).body
    expect((await partner.get(`/applicants/${applicantId}/faces?limit=1`)).body).toMatchObject({
      total_count: 2,
      skip: 0,
      limit: 1,
      data: [face],
      _links: { next: { href: `${PUBLIC_URL}/applicants/${applicantId}/faces?skip=1&limit=1` } },
    })
    expect((await partner.get(`/applicants/${applicantId}/faces?skip=1`)).body.data).toEqual([second])
    expect((await partner.get(`/applicants/${applicantId}/face-settings`)).body).toMatchObject({
      media_types: ['image/jpeg', 'image/png'],
      max_image_bytes: 5_242_880,
      max_faces: 10,
    })
  })

  it('can be switched off and on, and is not compared while it is off', async () => {
    const { applicantId, path } = await addFace()
    expect((await partner.patch(path, { status: 'DISABLED' })).body.status).toBe('DISABLED')
    expect((await partner.patch(path, { status: 'DISABLED' })).status).toBe(200)
    expect(await readiness(applicantId)).toBe('IDENTIFICATION')
    const { token } = await partner.startAttempt(await partner.startAuthentication(applicantId))
    expect((await createBrowserClient(test, token).session()).body.code).toBe('REFERENCE_MISSING')
    expect((await partner.patch(path, { status: 'ACTIVE' })).body.status).toBe('ACTIVE')
    expect(await readiness(applicantId)).toBe('AUTHENTICATION')
    expect((await createBrowserClient(test, token).session()).status).toBe(200)
    expect((await partner.patch(path, { status: 'REVIEW' })).status).toBe(422)
  })

  it('expires, is then never compared, and comes back when its time is moved on', async () => {
    const { applicantId, path } = await addFace({ expires_on: inDays(1) })
    expect(await readiness(applicantId)).toBe('AUTHENTICATION')
    test.clock.skewMs += 2 * DAY_MS
    expect((await partner.get(path)).body.status).toBe('EXPIRED')
    const list = await partner.get(`/applicants/${applicantId}/faces`)
    expect(list.body.data[0].status).toBe('EXPIRED')
    expect(await readiness(applicantId)).toBe('IDENTIFICATION')
    const { token } = await partner.startAttempt(await partner.startAuthentication(applicantId))
    expect((await createBrowserClient(test, token).session()).body.code).toBe('REFERENCE_MISSING')
    expect(await partner.patch(path, { status: 'DISABLED' })).toMatchObject({
      status: 409,
      body: { error_codes: ['face_status_conflict'] },
    })
    expect((await partner.patch(path, { expires_on: inDays(1) })).body.status).toBe('ACTIVE')
    const never = (await partner.patch(path, { expires_on: null })).body
    expect(never).not.toHaveProperty('expires_on')
    expect((await createBrowserClient(test, token).session()).status).toBe(200)
  })

  it('that expires between link and picture is not compared either', async () => {
    const { applicantId } = await addFace({ expires_on: inDays(10 / 1440) })
    const { token } = await partner.startAttempt(await partner.startAuthentication(applicantId))
    const browser = createBrowserClient(test, token)
    await browser.session()
    await browser.consent()
    test.clock.skewMs += 11 * 60_000
    expect((await browser.upload()).body.code).toBe('REFERENCE_MISSING')
  })

  it('is deleted with its picture', async () => {
    const before = await pictures()
    const { applicantId, path } = await addFace()
    expect(await pictures()).toBe(before + 1)
    expect((await partner.delete(path)).status).toBe(204)
    expect(await pictures()).toBe(before)
    expect(await test.deps.database.faces.listAll(test.partner.tenantId, applicantId)).toEqual([])
    expect((await partner.get(path)).status).toBe(404)
    expect((await partner.delete(path)).status).toBe(404)
  })

  it.each([
    [{ expires_on: 'soon' }, 'expires_on__invalid_format'],
    [{ expires_on: '2020-01-01T00:00:00Z' }, 'expires_on__in_the_past'],
    [{ provider: 'nobody' }, 'provider__not_found'],
    [{ provider: 'vendor' }, 'provider__upload_not_supported'],
    [{ attempt_id: 'fatp_x' }, 'image__conflict'],
    [{ image: undefined, vendor_reference: 'v' }, 'provider__required'],
    [{ image: undefined, vendor_reference: 'v', provider: 'nobody' }, 'provider__not_found'],
    [
      { image: undefined, vendor_reference: 'v', provider: 'embedded' },
      'provider__vendor_reference_not_supported',
    ],
    [{ image: undefined, attempt_id: 'fatp_x' }, 'attempt_id__not_found'],
  ])('%j: 422 %s', async (body, code) => {
    const before = await pictures()
    const { face } = await addFace(body)
    expect(face.error_codes).toContain(code)
    expect(await pictures()).toBe(before)
  })

  it('no eleventh', async () => {
    const { applicantId } = await addFace()
    for (let n = 1; n < 10; n += 1) expect((await partner.enrol(applicantId)).status).toBe(201)
    const before = await pictures()
    expect(await partner.enrol(applicantId)).toMatchObject({
      status: 409,
      body: { error_codes: ['face_limit_reached'] },
    })
    expect(await pictures()).toBe(before)
  })

  it('can carry its expiry and provider in a form', async () => {
    const applicantId = await partner.createApplicant()
    const form = new FormData()
    form.set('image', new Blob([fakeJpeg()]))
    form.set('provider', 'embedded')
    form.set('expires_on', inDays(1))
    const headers = { authorization: `Bearer ${test.partner.apiKey}` }
    const init = { method: 'POST', headers, body: form }
    const answer = await test.app.request(`/applicants/${applicantId}/faces`, init)
    expect(await answer.json()).toMatchObject({ provider: 'embedded', expires_on: TIME })
  })
})

describe('a face from an attempt', () => {
  it('keeps a copy of the approved picture', async () => {
    const { applicantId, path } = await addFace()
    const { attemptId } = await partner.finishAttempt(applicantId)
    const before = await pictures()
    const added = await partner.post(`/applicants/${applicantId}/faces`, { attempt_id: attemptId })
    expect(added).toMatchObject({
      status: 201,
      body: { source: 'attempt', attempt_id: attemptId, status: 'ACTIVE' },
    })
    expect(await pictures()).toBe(before + 1)
    await partner.delete(path)
    expect(await readiness(applicantId)).toBe('AUTHENTICATION')
  })

  it('needs approval, and the same applicant', async () => {
    const { applicantId } = await addFace()
    test.provider.script(DECLINED)
    const declined = await partner.finishAttempt(applicantId)
    const path = `/applicants/${applicantId}/faces`
    const tell = async (attemptId: string) =>
      (await partner.post(path, { attempt_id: attemptId })).body.error_codes
    expect(await tell(declined.attemptId)).toEqual(['attempt_id__not_approved'])
    const open = await partner.startAttempt(await partner.startAuthentication(applicantId))
    expect(await tell(open.attemptId)).toEqual(['attempt_id__not_approved'])
    test.provider.script(APPROVED)
    const stranger = await partner.finishAttempt((await addFace()).applicantId)
    expect(await tell(stranger.attemptId)).toEqual(['attempt_id__not_found'])
  })
})

it('a vendor reference has no template, and serves that provider only', async () => {
  const applicantId = await partner.createApplicant()
  const body = { vendor_reference: 'scan-77', provider: 'vendor' }
  const added = await partner.post(`/applicants/${applicantId}/faces`, body)
  expect(added).toMatchObject({ status: 201, body: { ...body, source: 'vendor', status: 'ACTIVE' } })
  expect(await readiness(applicantId)).toBe('AUTHENTICATION')
  const ask = (journey: string) =>
    partner.get(`/applicants/${applicantId}/face-authentication-status?user_journey_id=${journey}`)
  expect((await ask(test.partner.userJourneyId)).body.status).toBe('IDENTIFICATION')
  expect(await ask('usj_x')).toMatchObject({
    status: 422,
    body: { error_codes: ['user_journey_id__not_found'] },
  })
})

it("another tenant's faces do not exist", async () => {
  const { applicantId, path } = await addFace()
  const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
  const stranger = createPartnerClient(test, other.apiKey)
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.patch(path, { status: 'DISABLED' })).status).toBe(404)
  expect((await stranger.delete(path)).status).toBe(404)
  for (const room of ['faces', 'face-settings', 'face-authentication-status']) {
    expect((await stranger.get(`/applicants/${applicantId}/${room}`)).status, room).toBe(404)
  }
  expect((await stranger.patch(`/applicants/${applicantId}`, { email: 'a@b.example' })).status).toBe(404)
  const elsewhere = await partner.createApplicant()
  expect((await partner.get(path.replace(applicantId, elsewhere))).status).toBe(404)
  expect((await partner.delete(path.replace(applicantId, elsewhere))).status).toBe(404)
  expect((await partner.get(path)).status).toBe(200)
})
