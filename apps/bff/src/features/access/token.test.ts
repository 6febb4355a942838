/** `POST /connect/token` against RFC 6749. */
import { EVERYDAY_SCOPES } from '@visavis/shared/scopes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let admin: ReturnType<typeof createPartnerClient>
let client: { client_id: string; client_secret: string }
beforeAll(async () => {
  test = await createTestApp()
  admin = createPartnerClient(test)
  const { client_id, client_secret } = (await admin.post('/oauth-clients', {})).body
  client = { client_id, client_secret }
})
afterAll(() => test.close())

type Form = Record<string, string> | string
const ask = async (form: Form, headers: Record<string, string> = {}, bindings = {}) => {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString()
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', body, headers: { ...type, ...headers } }
  const answer = await test.app.request('/connect/token', init, bindings)
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, string>,
  }
}
const grant = (more: Record<string, string> = {}): Record<string, string> => ({
  grant_type: 'client_credentials',
  ...client,
  ...more,
})
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const useToken = (token = '') => createPartnerClient(test, token).post('/applicants', {})

describe('a token', () => {
  it('is given for the right secret, and is never to be cached (§5.1)', async () => {
    const { status, headers, body } = await ask(grant())
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^oat_[a-z2-7]{52}$/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: EVERYDAY_SCOPES.join(' '),
    })
    expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache'])
    expect((await useToken(body.access_token)).status).toBe(201)
    for (const secret of [body.access_token ?? '', client.client_secret]) {
      expect(test.log.text).not.toContain(secret)
    }
  })

  it('that is used says so at its client, to within an hour', async () => {
    const { id, ...created } = (await admin.post('/oauth-clients', {})).body
    const readUse = async () => (await admin.get(`/oauth-clients/${id}`)).body.last_used_on
    const callWithNew = async () => {
      const { client_id, client_secret } = created
      await useToken((await ask(grant({ client_id, client_secret }))).body.access_token)
      return readUse()
    }
    expect(await readUse()).toBeUndefined()
    const first = await callWithNew()
    expect(first).toMatch(/^\d{4}-/)
    test.clock.skewMs += 59 * 60_000
    expect(await callWithNew()).toBe(first)
    test.clock.skewMs += 60_000
    expect(Date.parse(await callWithNew()) - Date.parse(first)).toBeGreaterThanOrEqual(60 * 60_000 - 1000)
    test.clock.skewMs = 0
  })

  it('works for an hour', async () => {
    const { body } = await ask(grant())
    test.clock.skewMs += 3_599_000
    expect((await useToken(body.access_token)).status).toBe(201)
    test.clock.skewMs += 2_000
    expect(await useToken(body.access_token)).toMatchObject({ status: 401 })
  })

  it('may do what was asked for and no more', async () => {
    const { body } = await ask(grant({ scope: 'applicant:* match' }))
    expect(body.scope).toBe('applicant:* match')
    expect((await useToken(body.access_token)).status).toBe(201)
    const limited = createPartnerClient(test, body.access_token)
    expect((await limited.get('/face-authentications/fav_x')).status).toBe(403)
    expect((await limited.get('/api-keys')).status).toBe(403)
  })

  it('stops working with its client', async () => {
    const { client_id, client_secret } = (await admin.post('/oauth-clients', {})).body
    const { body } = await ask(grant({ client_id, client_secret }))
    expect((await useToken(body.access_token)).status).toBe(201)
    expect((await admin.delete(`/oauth-clients/${client_id}`)).status).toBe(204)
    expect((await useToken(body.access_token)).status).toBe(401)
    expect((await ask(grant({ client_id, client_secret }))).body.error).toBe('invalid_client')
  })

  it('that ran out is cleared away by the next one', async () => {
    await ask(grant())
    test.clock.skewMs += 3_601_000
    const before = test.queries.length
    await ask(grant())
    expect(test.queries.slice(before).join('\n')).toContain('delete from "oauth_tokens"')
  })
})

describe('a client with limits', () => {
  it('ends at its time, and its tokens with it', async () => {
    const expires_on = new Date(test.clock.skewMs + Date.now() + 600_000).toISOString()
    const created = (await admin.post('/oauth-clients', { expires_on })).body
    expect(created.expires_on).toBe(`${expires_on.slice(0, 19)}Z`)
    const { client_id, client_secret } = created
    const { body } = await ask(grant({ client_id, client_secret }))
    expect(Number(body.expires_in)).toBeLessThanOrEqual(600)
    expect((await useToken(body.access_token)).status).toBe(201)
    test.clock.skewMs += 601_000
    expect((await useToken(body.access_token)).status).toBe(401)
    expect((await ask(grant({ client_id, client_secret }))).body.error).toBe('invalid_client')

    const past = await admin.post('/oauth-clients', { expires_on: '2020-01-01T00:00:00Z' })
    expect(past.body.error_codes).toEqual(['expires_on__in_the_past'])
  })

  it('is good from its networks only, and so are its tokens', async () => {
    const allowed_networks = ['192.0.2.0/24']
    const created = (await admin.post('/oauth-clients', { allowed_networks })).body
    expect((await admin.get(`/oauth-clients/${created.id}`)).body.allowed_networks).toEqual(allowed_networks)
    const { client_id, client_secret } = created
    const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
    const [inside, outside] = [from('192.0.2.9'), from('198.51.100.1')]

    for (const bindings of [outside, {}]) {
      const refused = await ask(grant({ client_id, client_secret }), {}, bindings)
      expect(refused).toMatchObject({ status: 403, body: { error_codes: ['network_not_allowed'] } })
    }
    const { body } = await ask(grant({ client_id, client_secret }), {}, inside)
    const headers = { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/json' }
    const use = async (bindings: object) =>
      (await test.app.request('/applicants', { method: 'POST', headers, body: '{}' }, bindings)).status
    expect(await use(inside)).toBe(201)
    expect(await use(outside)).toBe(403)
    expect(await use({})).toBe(403)
  })
})

describe('HTTP Basic (§2.3.1)', () => {
  const only = { grant_type: 'client_credentials' }

  it('is taken, with or without the client id in the body too', async () => {
    const headers = basic(client.client_id, client.client_secret)
    expect((await ask(only, headers)).status).toBe(200)
    expect((await ask({ ...only, client_id: client.client_id }, headers)).status).toBe(200)
  })

  it('comes form-encoded', async () => {
    const encoded = client.client_secret.replaceAll('_', '%5F')
    expect((await ask(only, basic(client.client_id, encoded))).status).toBe(200)
  })

  it('goes with the same client in the body, as official clients send it, never with another', async () => {
    const headers = basic(client.client_id, client.client_secret)
    expect((await ask(grant(), headers)).status).toBe(200)
    expect((await ask(grant({ client_secret: 'another' }), headers)).body.error).toBe('invalid_request')
    expect((await ask({ ...only, client_id: 'oac_other' }, headers)).body.error).toBe('invalid_request')
  })

  it.each(['Basic', 'Basic !', 'Basic YQ==', 'Basic Og==', 'Bearer abc', 'Basic JTo='])(
    '%j is no client',
    async (authorization) => {
      expect(await ask(only, { authorization })).toMatchObject({
        status: 401,
        body: { error: 'invalid_client' },
      })
    },
  )
})

describe('errors (§5.2)', () => {
  it.each([
    ['no grant', (): Form => ({ ...client }), 400, 'invalid_request'],
    ['an empty grant', (): Form => grant({ grant_type: '' }), 400, 'invalid_request'],
    ['another grant', (): Form => grant({ grant_type: 'password' }), 400, 'unsupported_grant_type'],
    [
      'no secret',
      (): Form => ({ grant_type: 'client_credentials', client_id: client.client_id }),
      400,
      'invalid_request',
    ],
    ['a wrong secret', (): Form => grant({ client_secret: `cs_${'a'.repeat(52)}` }), 401, 'invalid_client'],
    ['an unknown client', (): Form => grant({ client_id: 'oac_x' }), 401, 'invalid_client'],
    ['an unknown scope', (): Form => grant({ scope: 'gateway' }), 400, 'invalid_scope'],
    ['more than it may', (): Form => grant({ scope: 'admin' }), 400, 'invalid_scope'],
    [
      'a parameter twice',
      (): Form => `${new URLSearchParams(grant())}&scope=match&scope=admin`,
      400,
      'invalid_request',
    ],
    ['JSON', (): Form => JSON.stringify(grant()), 400, 'invalid_request'],
    ['nothing', (): Form => '', 400, 'invalid_request'],
  ] as const)('%s: %s', async (what, form, status, error) => {
    const headers = what === 'JSON' ? { 'content-type': 'application/json' } : {}
    const answer = await ask(form(), headers as Record<string, string>)
    expect(answer).toMatchObject({ status, body: { error, error_description: expect.any(String) } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Basic realm="visavis"' : null)
  })

  it('a form that is too long: 413', async () => {
    expect((await ask(grant({ scope: 'x'.repeat(9000) }))).status).toBe(413)
  })

  it.each(['oat_', `oat_${'a'.repeat(52)}`, 'oat_%00'])('a bearer %j is nobody', async (token) => {
    expect((await useToken(token)).status).toBe(401)
  })
})
