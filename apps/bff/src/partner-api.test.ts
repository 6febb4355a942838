import { describe, expect, it } from 'vitest'
import { setUpTenant } from './features/access/set-up-tenant.ts'
import { createPartnerClient } from './testing/clients.ts'
import { openTestApp } from './testing/open-test-app.ts'
import { fakeJpeg, PUBLIC_URL } from './testing/test-app.ts'

const { test, partner } = await openTestApp()

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const JSON_HEADERS = () => ({
  authorization: `Bearer ${test.partner.apiKey}`,
  'content-type': 'application/json',
})

describe('applicants', () => {
  it('come from PHP as an empty list, and are found by an id in upper case', async () => {
    const created = await partner.post('/applicants', [])
    expect(created.status).toBe(201)
    const id = created.body.id.toUpperCase()
    expect((await partner.get(`/applicants/${id}`)).body.id).toBe(created.body.id)
    const authentication = await partner.post('/face-authentications', {
      applicant_id: id,
      user_journey_id: test.partner.userJourneyId.toUpperCase(),
    })
    expect(authentication.body).toMatchObject({ applicant_id: created.body.id })
    expect((await partner.post('/applicants', [1])).status).toBe(422)
  })

  it.each([
    ['jörg@müller.example', 201],
    ['info@xn--mller-kva.example', 201],
    ['почта@пример.рф', 201],
    ['info@xn--e1afmkfd.xn--p1ai', 201],
    ['用户@例子.中国', 201],
    ["o'brien+x@sub.example.org", 201],
    ['a@b', 422],
    ['a b@c.example', 422],
    ['a@@c.example', 422],
    ['.a@c.example', 422],
    ['a@-c.example', 422],
    ['a@c..example', 422],
    ['a@c.example\r\nbcc: x@y.example', 422],
    ['<a@c.example>', 422],
  ])('with the e-mail address %s: %i', async (email, status) => {
    expect((await partner.post('/applicants', { email })).status).toBe(status)
  })

  it('are created and read in the documented shape', async () => {
    const input = { external_applicant_id: 'ext_1', email: 'a@b.example', external_applicant_name: 'Ada B' }
    const created = await partner.post('/applicants', input)
    expect(created.status).toBe(201)
    expect(created.body).toEqual({
      id: expect.stringMatching(/^aplt_[a-z2-7]{26}$/),
      created_on: TIME,
      modified_on: TIME,
      ...input,
      _links: { self: { href: `${PUBLIC_URL}/applicants/${created.body.id}` } },
    })
    expect(await partner.get(`/applicants/${created.body.id}`)).toMatchObject({
      status: 200,
      body: created.body,
    })
  })

  it('leave out fields without a value', async () => {
    const { body } = await partner.post('/applicants', {})
    expect(Object.keys(body).sort()).toEqual(['_links', 'created_on', 'id', 'modified_on'])
  })
})

describe('mistakes', () => {
  it.each([
    ['no key', {}],
    ['an unknown key', { authorization: `Bearer sk_${'a'.repeat(27)}` }],
    ['another scheme', { authorization: 'Basic sk_x' }],
    ['a capture token', { authorization: 'Bearer abc' }],
  ])('%s: 401', async (_, headers) => {
    const answer = await test.app.request('/applicants/aplt_x', { headers })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    expect(await answer.json()).toMatchObject({
      error_type: 'unauthorized',
      error_codes: ['api_key_invalid'],
    })
  })

  it.each([
    ['{"email":', 400, 'request_malformed'],
    ['{"email":"nope"}', 422, 'email__invalid_format'],
    ['{"email":7}', 422, 'email__invalid_type'],
    ['[1]', 422, 'invalid_type'],
    [`{"external_applicant_name":"${'x'.repeat(256)}"}`, 422, 'external_applicant_name__too_long'],
    [`{"email":"${'x'.repeat(70_000)}"}`, 413, 'body_too_large'],
  ])('%.40s: %i %s', async (body, status, code) => {
    const answer = await test.app.request('/applicants', { method: 'POST', headers: JSON_HEADERS(), body })
    expect(answer.status).toBe(status)
    const error = (await answer.json()) as Record<string, unknown>
    expect(error.error_codes).toContain(code)
    expect(error.request_id).toBe(answer.headers.get('cko-request-id'))
  })

  it.each([
    ['PUT', '/face-matches'],
    ['DELETE', '/applicants/aplt_x/faces'],
    ['POST', '/face-authentications/fav_x/nothing'],
  ])('%s %s, which is not there: 404, however long the body', async (method, path) => {
    const body = 'x'.repeat(70_000)
    const answer = await test.app.request(path, { method, headers: JSON_HEADERS(), body })
    expect(answer.status).toBe(404)
  })

  it('a body that is not JSON: 415', async () => {
    const headers = { ...JSON_HEADERS(), 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await test.app.request('/applicants', { method: 'POST', headers, body: 'a=b' })
    expect(answer.status).toBe(415)
  })

  it.each(['/nothing', '/applicants/x/y', '/face-authentications/fav_x', '/applicants/aplt_x'])(
    '%s: 404',
    async (path) => {
      expect(await partner.get(path)).toMatchObject({ status: 404, body: { error_codes: ['not_found'] } })
    },
  )

  it("another tenant's rows do not exist", async () => {
    const { body } = await partner.post('/applicants', {})
    const { authenticationId, attemptId } = await partner.startAttempt()
    const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
    const stranger = createPartnerClient(test, other.apiKey)
    const paths = [
      `/applicants/${body.id}`,
      `/face-authentications/${authenticationId}`,
      `/face-authentications/${authenticationId}/attempts`,
      `/face-authentications/${authenticationId}/attempts/${attemptId}`,
    ]
    for (const path of paths) expect((await stranger.get(path)).status, path).toBe(404)
    expect((await stranger.enrol(body.id)).status).toBe(404)
    const attempt = { redirect_url: 'https://partner.example/back' }
    expect((await stranger.post(`/face-authentications/${authenticationId}/attempts`, attempt)).status).toBe(
      404,
    )
  })
})

describe('faces', () => {
  it('are added as base64, as a data address and as a multipart part', async () => {
    const before = (await test.deps.assets.list()).length
    const { body: applicant } = await partner.post('/applicants', {})
    const path = `/applicants/${applicant.id}/faces`
    const base64 = Buffer.from(fakeJpeg()).toString('base64')
    const form = new FormData()
    form.set('image', new Blob([fakeJpeg()]))
    const headers = { authorization: `Bearer ${test.partner.apiKey}` }
    const answers = [
      await partner.post(path, { image: base64 }),
      await partner.post(path, { image: `data:image/jpeg;base64,${base64}` }),
      await test.app.request(path, { method: 'POST', headers, body: form }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(answers[0]).toMatchObject({ body: { applicant_id: applicant.id, status: 'ACTIVE' } })
    expect(await test.deps.assets.list()).toHaveLength(before + 3)
  })

  it.each([
    [{}, 'image__required'],
    [{ image: '%%%' }, 'image__invalid_format'],
    [{ image: 5 }, 'image__invalid_type'],
  ])('%j: 422 %s', async (body, code) => {
    const { body: applicant } = await partner.post('/applicants', {})
    const answer = await partner.post(`/applicants/${applicant.id}/faces`, body)
    expect(answer).toMatchObject({ status: 422, body: { error_codes: [code] } })
  })

  it('one byte more than 5 MB: 413', async () => {
    const { body: applicant } = await partner.post('/applicants', {})
    const image = Buffer.from(fakeJpeg(5 * 1024 * 1024 + 1)).toString('base64')
    expect((await partner.post(`/applicants/${applicant.id}/faces`, { image })).status).toBe(413)
  })
})

describe('face authentications', () => {
  it('are created in the documented shape', async () => {
    const { body: applicant } = await partner.post('/applicants', {})
    const input = { applicant_id: applicant.id, user_journey_id: test.partner.userJourneyId }
    const created = await partner.post('/face-authentications', input)
    expect(created.status).toBe(201)
    expect(created.body).toEqual({
      id: expect.stringMatching(/^fav_[a-z2-7]{26}$/),
      created_on: TIME,
      modified_on: TIME,
      ...input,
      status: 'created',
      response_codes: [],
      risk_labels: [],
      _links: {
        self: { href: `${PUBLIC_URL}/face-authentications/${created.body.id}` },
        applicant: { href: `${PUBLIC_URL}/applicants/${applicant.id}` },
      },
    })
  })

  it('name what they miss and what does not exist', async () => {
    expect((await partner.post('/face-authentications', {})).body.error_codes).toEqual([
      'applicant_id__required',
      'user_journey_id__required',
    ])
    const unknown = { applicant_id: 'aplt_x', user_journey_id: 'usj_x' }
    expect(await partner.post('/face-authentications', unknown)).toMatchObject({
      status: 422,
      body: { error_codes: ['applicant_id__not_found', 'user_journey_id__not_found'] },
    })
  })
})

describe('attempts', () => {
  it('are created and read in the documented shape', async () => {
    const id = await partner.startAuthentication()
    const input = {
      redirect_url: 'https://partner.example/back?query-param=hello',
      client_information: { pre_selected_residence_country: 'FR', pre_selected_language: 'en-US' },
    }
    const created = await partner.post(`/face-authentications/${id}/attempts`, input)
    const self = `${PUBLIC_URL}/face-authentications/${id}/attempts/${created.body.id}`
    expect(created).toMatchObject({ status: 201 })
    expect(created.body).toEqual({
      id: expect.stringMatching(/^fatp_[a-z2-7]{26}$/),
      created_on: TIME,
      modified_on: TIME,
      status: 'pending_redirection',
      response_codes: [],
      ...input,
      _links: {
        self: { href: self },
        verification_url: {
          href: expect.stringMatching(
            new RegExp(`^${PUBLIC_URL}/verify/${created.body.id}#[A-Za-z0-9_-]{43}$`),
          ),
        },
      },
    })
    const { _links, ...rest } = created.body
    const read = await partner.get(`/face-authentications/${id}/attempts/${created.body.id}`)
    expect(read.body).toEqual({ ...rest, _links: { self: { href: self } } })
    expect((await partner.get(`/face-authentications/${id}`)).body.status).toBe('pending')
  })

  it.each([
    [{}, 'redirect_url__required'],
    [{ redirect_url: '/back' }, 'redirect_url__invalid_format'],
    [{ redirect_url: 'javascript:alert(1)' }, 'redirect_url__invalid_format'],
    [{ redirect_url: 'https://user:pw@x.example' }, 'redirect_url__invalid_format'],
    [
      { redirect_url: 'https://x.example', client_information: { pre_selected_residence_country: 'France' } },
      'client_information__pre_selected_residence_country__invalid_format',
    ],
  ])('%j: 422 %s', async (body, code) => {
    const id = await partner.startAuthentication()
    const answer = await partner.post(`/face-authentications/${id}/attempts`, body)
    expect(answer).toMatchObject({ status: 422, body: { error_codes: [code] } })
  })

  it('replace the one before', async () => {
    const first = await partner.startAttempt()
    const second = await partner.startAttempt(first.authenticationId)
    const path = `/face-authentications/${first.authenticationId}/attempts`
    expect((await partner.get(`${path}/${first.attemptId}`)).body).toMatchObject({
      status: 'terminated',
      response_codes: [{ code: 64001, summary: 'forcibly_closed' }],
    })
    expect((await partner.get(`${path}/${second.attemptId}`)).body.status).toBe('pending_redirection')
    expect((await partner.get(`/face-authentications/${first.authenticationId}`)).body).toMatchObject({
      status: 'pending',
      response_codes: [],
    })
  })

  it('start with no address that has a parameter of ours', async () => {
    const id = await partner.startAuthentication()
    for (const query of ['id=7', 'a=1&event=x', 'response_code=1']) {
      const { status, body } = await partner.post(`/face-authentications/${id}/attempts`, {
        redirect_url: `https://partner.example/back?${query}`,
      })
      expect(status).toBe(422)
      expect(body.error_codes).toEqual(['redirect_url__reserved_parameter'])
    }
  })

  it('are listed page by page, oldest first', async () => {
    const { authenticationId, attemptId } = await partner.startAttempt()
    const ids = [attemptId]
    for (let n = 0; n < 11; n += 1) ids.push((await partner.startAttempt(authenticationId)).attemptId)
    const path = `/face-authentications/${authenticationId}/attempts`
    const first = (await partner.get(path)).body
    expect(first).toMatchObject({ total_count: 12, skip: 0, limit: 10 })
    expect(first._links.previous).toBeUndefined()
    const second = (await partner.get(first._links.next.href.slice(PUBLIC_URL.length))).body
    expect(second._links.next).toBeUndefined()
    expect(second._links.previous.href).toBe(`${PUBLIC_URL}${path}?skip=0&limit=10`)
    expect([...first.data, ...second.data].map(({ id }: { id: string }) => id)).toEqual(ids)
    for (const query of ['limit=x', 'limit=-1', 'skip=-1']) {
      expect((await partner.get(`${path}?${query}`)).status, query).toBe(422)
    }
    // As clients in Go write what is not set, and those that want everything.
    expect((await partner.get(`${path}?limit=0`)).body).toMatchObject({ limit: 10 })
    expect((await partner.get(`${path}?limit=1000`)).body).toMatchObject({ limit: 100, total_count: 12 })
    const misspelt = await partner.get(`${path}?limits=5&page=2`)
    expect(misspelt.status).toBe(422)
    expect(misspelt.body.error_codes).toEqual(['limits__unknown', 'page__unknown'])
  })

  it('expire when the link was never opened, and another one may follow', async () => {
    const { authenticationId, attemptId } = await partner.startAttempt()
    test.clock.skewMs += 31 * 60_000
    const codes = [{ code: 61101, summary: 'applicant_never_started' }]
    expect((await partner.get(`/face-authentications/${authenticationId}`)).body).toMatchObject({
      status: 'retry_required',
      response_codes: codes,
    })
    const path = `/face-authentications/${authenticationId}/attempts/${attemptId}`
    expect((await partner.get(path)).body).toMatchObject({ status: 'expired', response_codes: codes })
    await partner.startAttempt(authenticationId)
    expect((await partner.get(`/face-authentications/${authenticationId}`)).body.status).toBe('pending')
  })
})
