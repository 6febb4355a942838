import { EVERYDAY_SCOPES, SCOPES, type Scope } from '@visavis/shared/scopes'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import type { PartnerEnv } from '../../http/env.ts'
import { listScopedRoutes, requireScope } from '../../http/require-scope.ts'
import { partnerRoutes } from '../../partner-api.ts'
import { createRateLimits } from '../../storage/rate-limits/create-rate-limits.ts'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { PUBLIC_URL } from '../../testing/test-app.ts'

const { test, partner: admin } = await openTestApp()

const createKey = async (scopes: readonly Scope[], name?: string) =>
  (await admin.post('/api-keys', { scopes, ...(name ? { name } : {}) })).body
const clientWith = async (...scopes: Scope[]) => createPartnerClient(test, (await createKey(scopes)).key)

describe('scopes', () => {
  it('are declared by every route of the partner API', () => {
    const routes = listScopedRoutes(partnerRoutes(test.deps))
    expect(routes.length).toBeGreaterThan(20)
    for (const path of ['/api-keys', '/oauth-clients', '/user-journeys', '/webhook-endpoints']) {
      const below = routes.filter((route) => route.path.startsWith(path))
      expect(new Set(below.map(({ scope }) => scope)), path).toEqual(new Set(['admin']))
    }
  })

  it('stop the start-up when a route declares none', () => {
    const routes = new Hono<PartnerEnv>()
      .get('/a', requireScope('match'), (c) => c.body(null))
      .post('/a', (c) => c.body(null))
    expect(() => listScopedRoutes(routes)).toThrow('POST /a declares no scope')
  })

  it('let in only those that have them, on every route', async () => {
    const clients = new Map(
      await Promise.all(SCOPES.map(async (scope) => [scope, (await createKey([scope])).key] as const)),
    )
    for (const { method, path, scope: needed } of listScopedRoutes(partnerRoutes(test.deps))) {
      for (const [scope, key] of clients) {
        // No body and an id nobody has: whoever is let in finds that out instead.
        const address = path.replaceAll(/:\w+/g, 'nobody')
        const answer = await test.app.request(address, {
          method,
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        })
        const isLetIn = scope === needed || scope === 'admin'
        expect(answer.status === 403, `${method} ${path} with ${scope}`).toBe(!isLetIn)
      }
    }
  })

  it('that are missing are named (RFC 6750 §3.1)', async () => {
    const answer = await (await clientWith('face:view')).post('/applicants', {})
    expect(answer).toMatchObject({
      status: 403,
      body: { error_type: 'forbidden', error_codes: ['scope_missing'], request_id: expect.any(String) },
    })
    expect(answer.headers.get('www-authenticate')).toBe(
      'Bearer realm="visavis", error="insufficient_scope", scope="applicant:*"',
    )
  })

  it('count for a repeated request too', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'same' }
    const init = { method: 'POST', body: JSON.stringify({ scopes: ['admin'] }) }
    const as = (key: string) => ({ ...init, headers: { ...headers, authorization: `Bearer ${key}` } })
    const first = await test.app.request('/api-keys', as(test.partner.apiKey))
    const { key } = (await first.json()) as { key: string }
    const weak = await test.app.request('/api-keys', as((await createKey(['match'])).key))
    expect(weak.status).toBe(422)
    expect(await weak.text()).not.toContain(key)
  })
})

describe('API keys', () => {
  it('are shown once, kept hashed, and recognised by their last four characters', async () => {
    const created = await admin.post('/api-keys', { name: 'Shop', scopes: ['match', 'match', 'face:add'] })
    expect(created.status).toBe(201)
    const { key, ...rest } = created.body
    expect(rest).toEqual({
      id: expect.stringMatching(/^key_[a-z2-7]{26}$/),
      created_on: expect.any(String),
      name: 'Shop',
      scopes: ['match', 'face:add'],
      last_four: key.slice(-4),
      _links: { self: { href: `${PUBLIC_URL}/api-keys/${rest.id}` } },
    })
    expect(key).toMatch(/^sk_[a-z2-7]{27}$/)
    expect((await admin.get(`/api-keys/${rest.id}`)).body).toEqual(rest)
    const { data } = (await admin.get('/api-keys?limit=100')).body
    expect(data).toContainEqual(rest)
    expect(JSON.stringify(data)).not.toContain(key)
    expect(test.log.text).not.toContain(key)
  })

  it('stop working when they are revoked', async () => {
    const { id, key } = await createKey(['applicant:*'])
    const client = createPartnerClient(test, key)
    expect((await client.post('/applicants', {})).status).toBe(201)
    expect((await admin.delete(`/api-keys/${id}`)).status).toBe(204)
    expect((await client.post('/applicants', {})).status).toBe(401)
    expect((await admin.delete(`/api-keys/${id}`)).status).toBe(404)
  })

  it('run out when they were told to, and no longer work', async () => {
    const expires_on = new Date(test.clock.skewMs + Date.now() + 60_000).toISOString()
    const { body } = await admin.post('/api-keys', { scopes: ['applicant:*'], expires_on })
    expect(body.expires_on).toBe(`${expires_on.slice(0, 19)}Z`)
    const client = createPartnerClient(test, body.key)
    expect((await client.post('/applicants', {})).status).toBe(201)
    test.clock.skewMs += 61_000
    expect((await client.post('/applicants', {})).status).toBe(401)
    const past = { scopes: ['match'], expires_on: '2020-01-01T00:00:00Z' }
    expect((await admin.post('/api-keys', past)).body.error_codes).toEqual(['expires_on__in_the_past'])
  })

  it('say when they were last used, to within an hour', async () => {
    const { id, key } = await createKey(['applicant:*'])
    expect((await admin.get(`/api-keys/${id}`)).body).not.toHaveProperty('last_used_on')
    const use = async () => {
      await createPartnerClient(test, key).post('/applicants', {})
      return (await admin.get(`/api-keys/${id}`)).body.last_used_on
    }
    const first = await use()
    expect(first).toMatch(/^\d{4}-/)
    test.clock.skewMs += 30 * 60_000
    expect(await use()).toBe(first)
    test.clock.skewMs += 31 * 60_000
    expect(Date.parse(await use()) - Date.parse(first)).toBeGreaterThanOrEqual(61 * 60_000 - 1000)
  })

  it('work from their networks only', async () => {
    const allowed_networks = ['192.0.2.0/24', '2001:db8::1']
    const { body } = await admin.post('/api-keys', { scopes: ['applicant:*'], allowed_networks })
    expect(body.allowed_networks).toEqual(allowed_networks)
    const from = async (remoteAddress?: string) => {
      const headers = { authorization: `Bearer ${body.key}`, 'content-type': 'application/json' }
      const bindings = remoteAddress ? { incoming: { socket: { remoteAddress } } } : {}
      return test.app.request('/applicants', { method: 'POST', headers, body: '{}' }, bindings)
    }
    for (const address of ['192.0.2.9', '::ffff:192.0.2.9', '2001:db8::1']) {
      expect((await from(address)).status, address).toBe(201)
    }
    for (const address of ['198.51.100.1', '2001:db8::2', undefined]) {
      const refused = await from(address)
      expect(refused.status, address).toBe(403)
      expect(await refused.text()).toContain('network_not_allowed')
    }
    const wrong = await admin.post('/api-keys', { scopes: ['match'], allowed_networks: ['192.0.2.0/33'] })
    expect(wrong.body.error_codes).toEqual(['allowed_networks__0__invalid_format'])
  })

  it('that are wrong count for their address: a search is stopped, whoever has a key is not', async () => {
    const perMinute = { partner: 0, capture: 0, address: 3 }
    const { rateLimits } = createRateLimits({ perMinute, onStoreDown: () => {} })
    const app = createApp({ ...test.deps, rateLimits })
    const ask = (key: string) =>
      app.request(
        '/applicants/aplt_x',
        { headers: { authorization: `Bearer ${key}` } },
        { incoming: { socket: { remoteAddress: '203.0.113.50' } } },
      )
    const seen: number[] = []
    for (let n = 0; n < 5; n += 1) seen.push((await ask(`sk_wrong${n}`)).status)
    expect(seen).toEqual([401, 401, 401, 429, 429])
    expect((await ask('sk_wrong')).headers.get('retry-after')).not.toBeNull()
    expect((await ask(test.partner.apiKey)).status).toBe(404)
  })

  it.each([
    [{}, 'scopes__required'],
    [{ scopes: [] }, 'scopes__too_short'],
    [{ scopes: ['everything'] }, 'scopes__0__invalid_format'],
    [{ scopes: ['match'], scope: 'admin' }, 'scope__unknown'],
    [{ scopes: ['match'], name: '' }, 'name__too_short'],
  ])('%j: 422 %s', async (body, code) => {
    expect(await admin.post('/api-keys', body)).toMatchObject({ status: 422, body: { error_codes: [code] } })
  })
})

describe('OAuth clients', () => {
  it('are created with everyday scopes, their secret shown once', async () => {
    const created = await admin.post('/oauth-clients', { name: 'Back office' })
    expect(created.status).toBe(201)
    const { client_secret: secret, ...rest } = created.body
    expect(secret).toMatch(/^cs_[a-z2-7]{52}$/)
    expect(rest).toMatchObject({
      id: expect.stringMatching(/^oac_[a-z2-7]{26}$/),
      client_id: rest.id,
      name: 'Back office',
      scopes: EVERYDAY_SCOPES,
      last_four: secret.slice(-4),
    })
    const lists = [await admin.get(`/oauth-clients/${rest.id}`), await admin.get('/oauth-clients')]
    expect(lists[0]?.body).toEqual(rest)
    expect(JSON.stringify(lists)).not.toContain(secret)
  })
})
