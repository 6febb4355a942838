import { beforeEach, describe, expect, it } from 'vitest'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED } from '../../testing/scripted-provider.ts'
import { fakeJpeg, PUBLIC_URL } from '../../testing/test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
beforeEach(() => {
  test.provider.script(APPROVED)
  test.provider.duringVerify = async () => {}
})

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const PERSON = {
  email: 'ada@people.example',
  external_applicant_name: 'Ada B',
  external_applicant_id: 'ext-7',
}
const CLOSED = [{ code: 64001, summary: 'forcibly_closed' }]

const pictures = async () => (await test.deps.assets.list()).length
const counts = (erased: { kind: string; count: number }[]) =>
  Object.fromEntries(erased.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]))

/** A person with an uploaded face, an approved authentication, and a face made from that. */
const createPerson = async () => {
  const applicantId = await partner.createApplicant(PERSON)
  await partner.enrol(applicantId)
  const { authenticationId, attemptId } = await partner.finishAttempt(applicantId)
  const copy = await partner.post(`/applicants/${applicantId}/faces`, { attempt_id: attemptId })
  return { applicantId, authenticationId, attemptId, copyId: copy.body.id as string }
}

describe('a face authentication', () => {
  it('loses its picture, what is known of the browser, and the faces made from it', async () => {
    const before = await pictures()
    const { applicantId, authenticationId, attemptId, copyId } = await createPerson()
    const path = `/face-authentications/${authenticationId}`
    const known = (await partner.get(path)).body
    const signed: string = known.face.image_signed_url

    const answer = await partner.post(`${path}/anonymize`, {})
    const { face, ...rest } = known
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.body).toEqual({ ...rest, modified_on: TIME })
    expect((await partner.get(path)).body).toEqual(answer.body)

    expect(await pictures()).toBe(before + 1) // the uploaded face
    expect((await test.app.request(signed.slice(PUBLIC_URL.length))).status).toBe(404)
    expect((await partner.get(`${path}/attempts/${attemptId}/assets`)).body.total_count).toBe(0)
    expect((await partner.get(`/applicants/${applicantId}/faces/${copyId}`)).status).toBe(404)
    expect((await partner.get(`/applicants/${applicantId}/faces`)).body.total_count).toBe(1)
    const again = await partner.post(`/applicants/${applicantId}/faces`, { attempt_id: attemptId })
    expect(again.body.error_codes).toEqual(['attempt_id__picture_gone'])
    const row = await test.deps.database.attempts.find(test.partner.tenantId, attemptId)
    expect(row).toMatchObject({ ipAddress: null, redirectUrl: 'https://partner.example/back' })

    const receipt = (await partner.get(`${path}/erasure-receipt`)).body
    expect(receipt).toMatchObject({
      id: expect.stringMatching(/^ersr_/),
      created_on: TIME,
      completed_on: TIME,
      subject_id: authenticationId,
      _links: { self: { href: `${PUBLIC_URL}${path}/erasure-receipt` } },
    })
    expect(counts(receipt.erased)).toEqual({ picture: 2, template: 1, attempt_field: 2 })
  })

  it('is anonymized once; a repetition answers the same', async () => {
    const { authenticationId } = await createPerson()
    const path = `/face-authentications/${authenticationId}`
    const first = await partner.post(`${path}/anonymize`, {})
    const receipt = await partner.get(`${path}/erasure-receipt`)
    expect((await partner.post(`${path}/anonymize`, {})).body).toEqual(first.body)
    expect((await partner.get(`${path}/erasure-receipt`)).body).toEqual(receipt.body)
  })

  it('that is open is closed first, whatever its state', async () => {
    const created = await partner.startAuthentication()
    const pending = await partner.startAttempt()
    const capturing = await partner.startAttempt()
    const browser = createBrowserClient(test, capturing.token)
    await browser.session()
    const left = await partner.startAttempt()
    const leaving = createBrowserClient(test, left.token)
    await leaving.session()
    await leaving.abort('left')

    const ids = [created, pending.authenticationId, capturing.authenticationId, left.authenticationId]
    for (const id of ids) {
      const { body } = await partner.post(`/face-authentications/${id}/anonymize`, {})
      expect(body).toMatchObject({ status: 'inconclusive', response_codes: CLOSED })
      const attempt = { redirect_url: 'https://partner.example/' }
      expect((await partner.post(`/face-authentications/${id}/attempts`, attempt)).status).toBe(409)
    }
    for (const { authenticationId, attemptId } of [pending, capturing]) {
      const path = `/face-authentications/${authenticationId}/attempts/${attemptId}`
      expect((await partner.get(path)).body).toMatchObject({ status: 'terminated', response_codes: CLOSED })
    }
    expect((await browser.session()).body.link).toBe('replaced')
  })

  it('while a picture is compared: the picture is dropped', async () => {
    const before = await pictures()
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    const { authenticationId, token } = await partner.startAttempt(
      await partner.startAuthentication(applicantId),
    )
    const browser = createBrowserClient(test, token)
    await browser.session()
    await browser.consent()
    test.provider.duringVerify = async () => {
      await partner.post(`/face-authentications/${authenticationId}/anonymize`, {})
    }
    expect((await browser.upload()).status).toBe(409)
    expect(await pictures()).toBe(before + 1)
    const { body } = await partner.get(`/face-authentications/${authenticationId}`)
    expect(body.status).toBe('inconclusive')
  })

  it('while a face is made from it: no face comes of it', async () => {
    const { applicantId, authenticationId, attemptId } = await createPerson()
    const { enrol } = test.provider
    test.provider.enrol = async (image, signal, asker) => {
      await partner.post(`/face-authentications/${authenticationId}/anonymize`, {})
      return enrol?.(image, signal, asker) ?? { kind: 'unusable', reason: 'no_face' }
    }
    try {
      const answer = await partner.post(`/applicants/${applicantId}/faces`, { attempt_id: attemptId })
      expect(answer.body.error_codes).toEqual(['attempt_id__picture_gone'])
    } finally {
      Object.assign(test.provider, { enrol })
    }
    expect((await partner.get(`/applicants/${applicantId}/faces`)).body.total_count).toBe(1)
  })
})

describe('an applicant', () => {
  it('loses everything but the id the partner gave', async () => {
    const before = await pictures()
    const { applicantId, authenticationId } = await createPerson()
    const open = await partner.startAttempt(await partner.startAuthentication(applicantId))
    const reference = { vendor_reference: 'v-1', provider: 'vendor' }
    await partner.post(`/applicants/${applicantId}/faces`, reference)
    const path = `/applicants/${applicantId}`
    const enrolment = await partner.post(`${path}/face-enrollments`, {
      redirect_url: 'https://partner.example/',
    })

    const answer = await partner.post(`${path}/anonymize`, {})
    expect(answer.body).toEqual({
      id: applicantId,
      created_on: TIME,
      modified_on: TIME,
      external_applicant_id: 'ext-7',
      _links: { self: { href: `${PUBLIC_URL}${path}` } },
    })
    expect((await partner.get(path)).body).toEqual(answer.body)
    expect(await pictures()).toBe(before)
    expect((await partner.get(`${path}/faces`)).body.total_count).toBe(0)
    expect((await partner.get(`${path}/face-authentication-status`)).body.status).toBe('IDENTIFICATION')
    const link = new URL(enrolment.body._links.verification_url.href)
    expect((await createBrowserClient(test, link.hash.slice(1)).session()).status).toBe(401)
    expect((await partner.get(`/face-authentications/${open.authenticationId}`)).body).toMatchObject({
      status: 'inconclusive',
      response_codes: CLOSED,
    })
    const decided = (await partner.get(`/face-authentications/${authenticationId}`)).body
    expect(decided.status).toBe('approved')
    expect(decided).not.toHaveProperty('face')

    const receipt = (await partner.get(`${path}/erasure-receipt`)).body
    expect(counts(receipt.erased)).toEqual({
      applicant_field: 2,
      attempt_field: 3,
      picture: 3,
      template: 2,
      vendor_reference: 1,
    })
    const shared = await partner.get(`/face-authentications/${authenticationId}/erasure-receipt`)
    expect(shared.body.id).toBe(receipt.id)
    expect((await partner.post(`${path}/anonymize`, {})).body).toEqual(answer.body)
  })

  it('is told of step by step, one face authentication after the other, oldest first', async () => {
    const applicantId = await partner.createApplicant(PERSON)
    await partner.enrol(applicantId)
    const { tenantId } = test.partner
    const decided = await partner.finishAttempt(applicantId)
    const due = await partner.startAttempt(await partner.startAuthentication(applicantId))
    test.clock.skewMs = 3_600_000
    try {
      const open = await partner.startAttempt(await partner.startAuthentication(applicantId))
      const created = await partner.startAuthentication(applicantId)
      const { events } = test.deps.database
      const { totalCount: before } = await events.list(tenantId, { skip: 0, limit: 1 })
      await partner.post(`/applicants/${applicantId}/anonymize`, {})
      const { totalCount, rows } = await events.list(tenantId, { skip: 0, limit: 20 })
      const told = rows.slice(0, totalCount - before).reverse()

      const closing = [
        ['face_authentication_closed', 'inconclusive', 64001],
        ['face_authentication_anonymized', 'inconclusive', 64001],
      ]
      const expected = new Map([
        [decided.authenticationId, [['face_authentication_anonymized', 'approved', 10000]]],
        [due.authenticationId, [['face_authentication_link_expired', 'retry_required', 61101], ...closing]],
        [open.authenticationId, closing],
        [created, closing],
      ])
      expect(
        told.flatMap(({ type, payload }) => {
          if (!('status' in payload)) return []
          const { face_authentication_id, external_applicant_id, status, response_codes } = payload
          const codes = response_codes.map(({ code }) => code)
          return [[face_authentication_id, external_applicant_id, type, status, ...codes]]
        }),
      ).toEqual([...expected].flatMap(([id, steps]) => steps.map((step) => [id, 'ext-7', ...step])))
      const attempts = await test.deps.database.attempts.listAll(tenantId, due.authenticationId)
      expect(attempts).toMatchObject([{ status: 'expired', responseCodes: [61101], uploadId: null }])
    } finally {
      test.clock.skewMs = 0
    }
  })

  it('takes nothing new afterwards', async () => {
    const applicantId = await partner.createApplicant(PERSON)
    const path = `/applicants/${applicantId}`
    await partner.post(`${path}/anonymize`, {})
    const before = await pictures()
    const refused = { status: 409, body: { error_codes: ['applicant_anonymized'] } }
    expect(await partner.patch(path, { email: 'a@b.example' })).toMatchObject(refused)
    expect(await partner.enrol(applicantId, fakeJpeg())).toMatchObject(refused)
    const link = { redirect_url: 'https://partner.example/' }
    expect(await partner.post(`${path}/face-enrollments`, link)).toMatchObject(refused)
    const authentication = { applicant_id: applicantId, user_journey_id: test.partner.userJourneyId }
    expect(await partner.post('/face-authentications', authentication)).toMatchObject(refused)
    expect(await pictures()).toBe(before)
  })

  it('while their face is being enrolled: no face comes of it', async () => {
    const applicantId = await partner.createApplicant(PERSON)
    const before = await pictures()
    const { enrol } = test.provider
    test.provider.enrol = async (image, signal, asker) => {
      await partner.post(`/applicants/${applicantId}/anonymize`, {})
      return enrol?.(image, signal, asker) ?? { kind: 'unusable', reason: 'no_face' }
    }
    try {
      expect((await partner.enrol(applicantId)).status).toBe(409)
    } finally {
      Object.assign(test.provider, { enrol })
    }
    expect(await pictures()).toBe(before)
  })

  it('no kept answer of an earlier request brings them back', async () => {
    const headers = {
      authorization: `Bearer ${test.partner.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': 'create-ada',
    }
    const create = () =>
      test.app.request('/applicants', { method: 'POST', headers, body: JSON.stringify(PERSON) })
    const { id } = (await (await create()).json()) as { id: string }
    await partner.post(`/applicants/${id}/anonymize`, {})
    const replayed = (await (await create()).json()) as { id: string }
    expect(replayed.id).not.toBe(id)
  })
})

describe('a receipt', () => {
  it('waits until the last picture is gone, and finishes what a crash left over', async () => {
    const before = await pictures()
    const { authenticationId } = await createPerson()
    const path = `/face-authentications/${authenticationId}`
    const { assets } = test.deps
    const { delete: remove } = assets
    assets.delete = async () => {
      throw new Error('the store is away')
    }
    try {
      expect((await partner.post(`${path}/anonymize`, {})).status).toBe(500)
      const { tenantId } = test.partner
      const open = await test.deps.database.erasureReceipts.get(tenantId, authenticationId)
      expect(open).toMatchObject({ completedOn: null })
      expect((await partner.get(path)).body).not.toHaveProperty('face')
      expect((await partner.get(`${path}/erasure-receipt`)).status).toBe(500)
    } finally {
      assets.delete = remove
    }
    expect((await partner.get(`${path}/erasure-receipt`)).body.completed_on).toEqual(TIME)
    expect(await pictures()).toBe(before + 1)
  })

  it('does not exist before, nor for anyone else', async () => {
    const { applicantId, authenticationId } = await createPerson()
    const paths = [`/applicants/${applicantId}`, `/face-authentications/${authenticationId}`]
    for (const path of paths) expect((await partner.get(`${path}/erasure-receipt`)).status).toBe(404)
    const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
    const stranger = createPartnerClient(test, other.apiKey)
    for (const path of paths) {
      expect((await stranger.post(`${path}/anonymize`, {})).status).toBe(404)
      await partner.post(`${path}/anonymize`, {})
      expect((await stranger.get(`${path}/erasure-receipt`)).status).toBe(404)
      expect((await partner.get(`${path}/erasure-receipt`)).status).toBe(200)
    }
  })

  it('holds no personal data', async () => {
    const { applicantId } = await createPerson()
    await partner.post(`/applicants/${applicantId}/anonymize`, {})
    const { body } = await partner.get(`/applicants/${applicantId}/erasure-receipt`)
    for (const value of Object.values(PERSON)) expect(JSON.stringify(body)).not.toContain(value)
  })
})
