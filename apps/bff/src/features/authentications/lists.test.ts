import { DEFAULT_LINK_LIFETIME_S } from '@visavis/shared/limits'
import { beforeAll, describe, expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../testing/scripted-provider.ts'
import { PUBLIC_URL } from '../../testing/test-app.ts'
import { MOST_SETTLED_PER_PAGE } from './list-face-authentications.ts'

const { test, partner } = await openTestApp()

const idsOf = (body: { data: { id: string }[] }) => body.data.map(({ id }) => id)

describe('GET /face-authentications', () => {
  let applicantId: string
  let declined: string
  let open: string

  beforeAll(async () => {
    applicantId = await partner.createApplicant({ external_applicant_id: 'customer-7' })
    await partner.enrol(applicantId)
    test.provider.script(DECLINED)
    declined = (await partner.finishAttempt(applicantId)).authenticationId
    open = (await partner.startAttempt(await partner.startAuthentication(applicantId))).authenticationId
    await partner.startAuthentication()
  })

  it('shows each as it is read by itself', async () => {
    const { body } = await partner.get(`/face-authentications?applicant_id=${applicantId.toUpperCase()}`)
    expect(idsOf(body)).toEqual([open, declined])
    const withoutSignature = (view: object) => JSON.stringify(view).replace(/"image_signed_url":"[^"]+"/, '')
    for (const view of body.data) {
      const alone = await partner.get(`/face-authentications/${view.id}`)
      expect(withoutSignature(view)).toEqual(withoutSignature(alone.body))
    }
    const { image_signed_url: address } = body.data[1].face
    expect((await test.app.request(address.slice(PUBLIC_URL.length))).status).toBe(200)
  })

  it('finds what failed, and leads on to older ones under the same filter', async () => {
    const query = 'status=declined&response_code=62321&provider=embedded&external_applicant_id=customer-7'
    const { body } = await partner.get(`/face-authentications?${query}`)
    expect(idsOf(body)).toEqual([declined])
    expect(body._links).toEqual({ self: { href: `${PUBLIC_URL}/face-authentications?${query}&limit=10` } })

    const first = (await partner.get('/face-authentications?external_applicant_id=customer-7&limit=1')).body
    expect(idsOf(first)).toEqual([open])
    expect(first).not.toHaveProperty('total_count')
    const second = (await partner.get(first._links.next.href.slice(PUBLIC_URL.length))).body
    expect(idsOf(second)).toEqual([declined])
    expect(second._links).toEqual({ self: first._links.next })
  })

  it('applies what time has done to twenty at most, and goes on with the next page', async () => {
    const other = await partner.createApplicant({ external_applicant_id: 'late' })
    await partner.enrol(other)
    const count = MOST_SETTLED_PER_PAGE + 2
    for (let made = 0; made < count; made += 1) {
      await partner.startAttempt(await partner.startAuthentication(other))
    }
    test.clock.skewMs += (DEFAULT_LINK_LIFETIME_S + 1) * 1000
    const first = (await partner.get('/face-authentications?external_applicant_id=late&limit=100')).body
    const second = (await partner.get(first._links.next.href.slice(PUBLIC_URL.length))).body
    expect(first.data).toHaveLength(MOST_SETTLED_PER_PAGE)
    expect(second.data).toHaveLength(2)
    expect(second._links).not.toHaveProperty('next')
    const all = [...first.data, ...second.data]
    expect(new Set(all.map(({ id }) => id)).size).toBe(count)
    expect(all.every(({ status }) => status === 'retry_required')).toBe(true)
    test.clock.skewMs = 0
  })

  it.each([
    ['limit=x', ['limit__invalid_format']],
    ['cursor=1', ['cursor__invalid_format']],
    ['status=done', ['status__invalid_format']],
    ['response_code=62399', ['response_code__invalid_format']],
    ['user_journey_id=usj_x', ['user_journey_id__invalid_format']],
    ['provider=%00', ['provider__invalid_format']],
    ['created_after=2026-02-30T00:00:00Z', ['created_after__invalid_format']],
    ['created_before=0000-01-01T00:00:00Z', ['created_before__invalid_format']],
    ['created_before=9999-12-31T23:59:59-14:00', ['created_before__invalid_format']],
    ['skip=1&colour=red&applicant_id=', ['applicant_id__invalid_format', 'skip__unknown', 'colour__unknown']],
  ])('%s: 422 %j', async (query, codes) => {
    expect(await partner.get(`/face-authentications?${query}`)).toMatchObject({
      status: 422,
      body: { error_codes: codes },
    })
  })

  it('is for keys that may read one', async () => {
    const scopes = ['applicant:*']
    const { key } = (await partner.post('/api-keys', { scopes })).body
    const client = createPartnerClient(test, key)
    expect((await client.get('/face-authentications')).status).toBe(403)
    expect((await client.get('/applicants')).status).toBe(200)
  })

  it('never shows a link as live that has run out, whatever was asked for', async () => {
    test.clock.skewMs += 31 * 60_000
    const pending = await partner.get(`/face-authentications?applicant_id=${applicantId}&status=pending`)
    expect(idsOf(pending.body)).toEqual([])
    const { body } = await partner.get(`/face-authentications?applicant_id=${applicantId}`)
    expect(body.data[0]).toMatchObject({ id: open, status: 'retry_required' })
  })
})

describe('GET /applicants', () => {
  it('finds whom a partner knows by an id of its own, newest first', async () => {
    const ids: string[] = []
    for (let count = 0; count < 3; count += 1) {
      ids.push(await partner.createApplicant({ external_applicant_id: 'customer 8&9' }))
    }
    const path = '/applicants?external_applicant_id=customer+8%269'
    const { body } = await partner.get(`${path}&limit=2`)
    expect(body.data[0]).toEqual((await partner.get(`/applicants/${ids[2]}`)).body)
    const behind = (await partner.get(body._links.next.href.slice(PUBLIC_URL.length))).body
    expect([...idsOf(body), ...idsOf(behind)]).toEqual(ids.toReversed())
    expect(behind._links.next).toBeUndefined()
    const before = (await partner.get(`${path}&created_before=2020-01-01T00:00:00Z`)).body
    expect(idsOf(before)).toEqual([])
  })

  it("takes no other list's cursor", async () => {
    const { body } = await partner.get('/face-authentications?limit=1')
    const cursor = new URL(body._links.next.href).searchParams.get('cursor')
    expect(await partner.get(`/applicants?cursor=${cursor}`)).toMatchObject({
      status: 422,
      body: { error_codes: ['cursor__invalid_format'] },
    })
  })
})

describe('GET /attempts', () => {
  it('shows those of every face authentication, each as it is read by itself, with what it belongs to', async () => {
    const applicantId = await partner.createApplicant({ external_applicant_id: 'customer-9' })
    await partner.enrol(applicantId)
    test.provider.script(APPROVED)
    const first = await partner.finishAttempt(applicantId)
    test.provider.script(DECLINED)
    const second = await partner.finishAttempt(applicantId)
    const ids = async (query: string) => idsOf((await partner.get(`/attempts?${query}`)).body)
    const { body } = await partner.get('/attempts?external_applicant_id=customer-9')
    expect(idsOf(body)).toEqual([second.attemptId, first.attemptId])
    for (const { face_authentication_id: of, applicant_id, ...view } of body.data) {
      expect(applicant_id).toBe(applicantId)
      expect((await partner.get(`/face-authentications/${of}/attempts/${view.id}`)).body).toEqual(view)
    }
    const mine = `applicant_id=${applicantId}`
    expect(await ids(`${mine}&response_code=62321&status=completed`)).toEqual([second.attemptId])
    expect(await ids(`${mine}&user_journey_id=${test.partner.userJourneyId}&limit=1`)).toEqual([
      second.attemptId,
    ])
    expect(await ids(`${mine}&source=photo`)).toEqual([])
    expect(await ids(`${mine}&risk_label=spoof`)).toEqual([])
  })

  it('never shows a link as live that has run out, whatever was asked for', async () => {
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    const { attemptId } = await partner.startAttempt(await partner.startAuthentication(applicantId))
    const live = `/attempts?applicant_id=${applicantId}&status=pending_redirection`
    expect(idsOf((await partner.get(live)).body)).toEqual([attemptId])
    test.clock.skewMs += 31 * 60_000
    expect(idsOf((await partner.get(live)).body)).toEqual([])
    const { body } = await partner.get(`/attempts?applicant_id=${applicantId}`)
    expect(body.data).toMatchObject([{ id: attemptId, status: 'expired' }])
  })
})

describe('GET /faces', () => {
  it('shows those of every applicant, each as it is read by itself, with its status as of now', async () => {
    const applicantId = await partner.createApplicant({ external_applicant_id: 'customer-10' })
    const kept = (await partner.enrol(applicantId)).body.id
    const lapsing = (await partner.enrol(applicantId)).body.id
    const path = `/applicants/${applicantId}/faces`
    const inAnHour = new Date(test.deps.now().getTime() + 3_600_000).toISOString()
    expect((await partner.patch(`${path}/${lapsing}`, { expires_on: inAnHour })).status).toBe(200)
    const ids = async (query: string) =>
      idsOf((await partner.get(`/faces?external_applicant_id=customer-10&${query}`)).body)
    expect(await ids('status=ACTIVE&source=upload&provider=embedded')).toEqual([lapsing, kept])
    expect(await ids('status=EXPIRED')).toEqual([])
    test.clock.skewMs += 3_600_000
    expect(await ids('status=ACTIVE')).toEqual([kept])
    expect(await ids('status=EXPIRED')).toEqual([lapsing])
    for (const view of (await partner.get(`/faces?applicant_id=${applicantId}`)).body.data) {
      expect((await partner.get(`${path}/${view.id}`)).body).toEqual(view)
    }
  })

  it('is for keys that may view faces', async () => {
    const { key } = (await partner.post('/api-keys', { scopes: ['applicant:*'] })).body
    expect((await createPartnerClient(test, key).get('/faces')).status).toBe(403)
  })
})

describe('GET /events', () => {
  it('finds what happened to somebody, in the order in which it happened', async () => {
    const applicantId = await partner.createApplicant({ external_applicant_id: 'customer-11' })
    await partner.enrol(applicantId)
    const { authenticationId } = await partner.finishAttempt(applicantId)
    const types = async (query: string) =>
      (await partner.get(`/events?${query}`)).body.data.map(({ type }: { type: string }) => type)
    const all = await types(`face_authentication_id=${authenticationId}`)
    expect(all.at(-1)).toBe('face_authentication_created')
    expect(all[0]).toBe('face_authentication_checks_completed')
    expect(await types(`applicant_id=${applicantId}`)).toEqual([...all, 'face_added'])
    expect(await types('external_applicant_id=customer-11&type=face_added')).toEqual(['face_added'])
    // One by one, those of one millisecond too.
    const seen: string[] = []
    for (let path = `/events?applicant_id=${applicantId}&limit=1`; path; ) {
      const { body } = await partner.get(path)
      seen.push(...body.data.map(({ type }: { type: string }) => type))
      path = body._links.next?.href.slice(PUBLIC_URL.length)
    }
    expect(seen).toEqual([...all, 'face_added'])
  })

  it('counts where nothing but a part of it is asked for', async () => {
    const { body } = await partner.get('/events?skip=1&limit=1')
    expect(body).toMatchObject({ skip: 1, limit: 1, total_count: expect.any(Number) })
    expect((await partner.get('/events')).body).toMatchObject({ skip: 0, total_count: body.total_count })
    const filtered = await partner.get('/events?created_after=2000-01-01T00:00:00Z&limit=1')
    expect(filtered.body).not.toHaveProperty('total_count')
    expect(filtered.body._links.next.href).toContain('cursor=')
    expect(await partner.get('/events?skip=1&type=face_added')).toMatchObject({
      status: 422,
      body: { error_codes: ['skip__conflict'] },
    })
  })
})

it.each([
  ['/attempts?source=upload', ['source__invalid_format']],
  ['/attempts?status=approved', ['status__invalid_format']],
  ['/attempts?provider=embedded', ['provider__unknown']],
  ['/faces?status=active', ['status__invalid_format']],
  ['/faces?risk_label=spoof', ['risk_label__unknown']],
  ['/events?type=anything&colour=red', ['type__invalid_format', 'colour__unknown']],
])('%s: 422 %j', async (path, codes) => {
  expect(await partner.get(path)).toMatchObject({ status: 422, body: { error_codes: codes } })
})
