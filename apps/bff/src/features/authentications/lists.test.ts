import { DEFAULT_LINK_LIFETIME_S } from '@visavis/shared/limits'
import { beforeAll, describe, expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { DECLINED } from '../../testing/scripted-provider.ts'
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
