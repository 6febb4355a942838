import { beforeEach, describe, expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const admin = await openConsole(test, 'admin')
const reviewer = await openConsole(test, 'reviewer')
const stranger = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
const theirs = await openConsole(test, 'admin', stranger.tenantId)

beforeEach(() => {
  test.clock.skewMs = 0
})

const newest = async (action: string) =>
  (await partner.get(`/audit-events?action=${action}&limit=1`)).body.data[0]

/** What is alike of both. */
const KINDS = [
  { path: '/api-keys', noun: 'key', secret: 'key' },
  { path: '/oauth-clients', noun: 'oauth_client', secret: 'client_secret' },
] as const

describe.each(KINDS)('$path of the console', ({ path, noun, secret }) => {
  const create = async () =>
    (await admin.post(path, { name: 'Shop', scopes: ['applicant:*'], allowed_networks: ['192.0.2.0/24'] }))
      .body

  it('are made by an admin, shown once, and the audit log names who it was', async () => {
    const made = await create()
    const { [secret]: shown, ...rest } = made
    expect(shown).toMatch(/^(sk|cs)_[a-z2-7]+$/)
    expect(rest).toMatchObject({
      name: 'Shop',
      scopes: ['applicant:*'],
      allowed_networks: ['192.0.2.0/24'],
      last_four: shown.slice(-4),
    })
    const { body } = await admin.get(`${path}?limit=100`)
    expect(body.data).toContainEqual(rest)
    expect(JSON.stringify(body)).not.toContain(shown)
    expect((await partner.get(`${path}/${made.id}`)).body).toEqual(rest)
    expect(await newest(`${noun}.create`)).toMatchObject({
      actor: { type: 'console_user', id: admin.userId },
      subject: { id: made.id },
    })
    expect(test.log.text).not.toContain(shown)
  })

  it('are revoked, and the audit log names who it was', async () => {
    const { id } = await create()
    expect((await admin.delete(`${path}/${id}`)).status).toBe(204)
    expect((await partner.get(`${path}/${id}`)).status).toBe(404)
    expect(await newest(`${noun}.delete`)).toMatchObject({
      actor: { type: 'console_user', id: admin.userId },
      subject: { id },
    })
    expect((await admin.delete(`${path}/${id}`)).status).toBe(404)
  })

  it('are for a passkey of the last five minutes; to look at them, any session does', async () => {
    const { id } = await create()
    const late = await openConsole(test, 'admin')
    const before = [await newest(`${noun}.create`), await newest(`${noun}.delete`)]
    test.clock.skewMs = 5 * 60_000
    for (const answer of [await late.post(path, { scopes: ['match'] }), await late.delete(`${path}/${id}`)])
      expect(answer).toMatchObject({ status: 403, body: { error_codes: ['console_passkey_needed'] } })
    expect((await late.get(`${path}/${id}`)).status).toBe(200)
    expect([await newest(`${noun}.create`), await newest(`${noun}.delete`)]).toEqual(before)
    await late.stepUp(late.passkey)
    expect((await late.delete(`${path}/${id}`)).status).toBe(204)
  })

  it('are the admins’', async () => {
    const { id } = await create()
    for (const answer of [
      await reviewer.get(path),
      await reviewer.get(`${path}/${id}`),
      await reviewer.post(path, { scopes: ['admin'] }),
      await reviewer.delete(`${path}/${id}`),
    ])
      expect(answer).toMatchObject({ status: 403, body: { error_codes: ['console_role_missing'] } })
    expect((await admin.get(`${path}/${id}`)).status).toBe(200)
  })

  it('are those of the own tenant', async () => {
    const { id } = await create()
    expect(JSON.stringify((await theirs.get(`${path}?limit=100`)).body)).not.toContain(id)
    expect((await theirs.get(`${path}/${id}`)).status).toBe(404)
    expect((await theirs.delete(`${path}/${id}`)).status).toBe(404)
    expect((await admin.get(`${path}/${id}`)).status).toBe(200)
  })

  it('tell what is wrong by field', async () => {
    const wrong = { scopes: [], allowed_networks: ['192.0.2.0/99'], colour: 'red' }
    expect((await admin.post(path, wrong)).body.error_codes).toEqual(
      expect.arrayContaining(['scopes__too_short', 'allowed_networks__0__invalid_format', 'colour__unknown']),
    )
    const past = { scopes: ['match'], expires_on: '2020-01-01T00:00:00Z' }
    expect((await admin.post(path, past)).body.error_codes).toEqual(['expires_on__in_the_past'])
  })
})

it('a key that was made there works for its tenant alone', async () => {
  const { key } = (await theirs.post('/api-keys', { scopes: ['admin'] })).body
  const client = createPartnerClient(test, key)
  expect((await client.get(`/user-journeys/${stranger.userJourneyId}`)).status).toBe(200)
  expect((await client.get(`/user-journeys/${test.partner.userJourneyId}`)).status).toBe(404)
})
