import { INSTALLATION_ID } from '@visavis/shared/console-roles'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { createConsoleClient, openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { createSoftPasskey } from '../../testing/soft-passkey.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'
import { verifyAudit } from '../audit/index.ts'
import { createConsoleInvite } from './create-invite.ts'
import { CONSOLE_ENDPOINTS } from './routes.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const bank = await setUpTenant(database, { name: 'Bank', provider: 'embedded' }, new Date())
const bankPartner = createPartnerClient(test, bank.apiKey)

beforeEach(() => {
  test.clock.skewMs = 0
})

/** Made at the terminal alone. */
const openOperator = async () => {
  const desk = await database.installation.open()
  const passkey = createSoftPasskey()
  const client = createConsoleClient(test)
  const { url } = await createConsoleInvite({ ...test.deps, consoleUrl: test.deps.publicUrl }, desk.id, {
    role: 'operator',
    name: 'Ops',
  })
  const { body } = await client.accept(new URL(url).hash.slice(1), passkey)
  return { ...client, passkey, body, userId: body.id as string }
}
const operator = await openOperator()
const path = (tenantId: string) => `/installation/tenants/${tenantId}/invites`

describe('an operator', () => {
  it('sees the tenants by number, and what waits', async () => {
    expect(operator.body).toMatchObject({ role: 'operator', tenant: { id: INSTALLATION_ID } })
    const applicantId = await partner.createApplicant()
    await partner.startAuthentication(applicantId)
    const { status, body } = await operator.get('/installation')
    expect(status).toBe(200)
    expect(body).toMatchObject({ database: 'pglite', can_mail: false, can_sign_on: false })
    expect(body.tenants).toEqual([
      {
        id: test.partner.tenantId,
        name: 'Test & Co',
        has_test_mode: false,
        users: 0,
        admins: 0,
        open_invites: 0,
        face_authentications: 1,
        webhooks_waiting: 0,
      },
      expect.objectContaining({ id: bank.tenantId, name: 'Bank', face_authentications: 0 }),
    ])
    expect(JSON.stringify(body)).not.toContain(applicantId)
  })

  it.each(CONSOLE_ENDPOINTS.filter(({ role }) => !['anyone', 'user', 'operator'].includes(role)))(
    'is nobody to a tenant: $id',
    async (each) => {
      const answer = await test.app.request(each.path.replaceAll(/\{\w+\}/g, 'x'), {
        method: each.method.toUpperCase(),
        headers: {
          cookie: operator.readCookie(),
          'sec-fetch-site': 'same-origin',
          origin: test.deps.publicUrl,
        },
      })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ error_codes: ['console_role_missing'] })
    },
  )

  it('goes to no tenant that has not invited them', async () => {
    for (const tenantId of [bank.tenantId, test.partner.tenantId]) {
      expect((await operator.post('/tenant', { tenant_id: tenantId })).status).toBe(404)
    }
  })

  it('invites the first admin of a tenant, whose audit log says so, and none beside that one', async () => {
    const invited = await operator.post(path(bank.tenantId), { name: 'Ada' })
    expect(invited.status).toBe(201)
    const [entry] = (await bankPartner.get('/audit-events?action=console_invite.create&limit=1')).body.data
    expect(entry.actor).toEqual({ type: 'console_user', id: operator.userId })
    const admin = createConsoleClient(test)
    const token = new URL(invited.body.url).hash.slice(1)
    expect((await admin.accept(token, createSoftPasskey())).body).toMatchObject({
      role: 'admin',
      tenant: { id: bank.tenantId },
    })
    expect(await operator.post(path(bank.tenantId), { name: 'Me' })).toMatchObject({
      status: 409,
      body: { error_codes: ['console_admin_exists'] },
    })
    const { body } = await operator.get('/installation')
    expect(body.tenants[1]).toMatchObject({ users: 1, admins: 1, open_invites: 0 })
  })

  it('has one link open for a tenant: the first admin in, no other of theirs leads there', async () => {
    const dock = await setUpTenant(database, { name: 'Dock', provider: 'embedded' }, new Date())
    const invites = [{ name: 'Ada' }, { name: 'Me' }, { name: 'Me, too' }].map((body) =>
      operator.post(path(dock.tenantId), body),
    )
    expect((await Promise.all(invites)).map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await database.consoleInvites.listOpen(dock.tenantId, new Date())).toHaveLength(1)
    const { rows } = await database.auditEvents.list(
      dock.tenantId,
      { actorId: operator.userId },
      { limit: 10 },
    )
    expect(rows.map(({ action }) => action).toSorted()).toEqual([
      'console_invite.create',
      'console_invite.create',
      'console_invite.create',
      'console_invite.revoke',
      'console_invite.revoke',
    ])
  })

  it('invites nobody to where no desk is, and to none with a passkey of long ago', async () => {
    for (const tenantId of [INSTALLATION_ID, 'tnt_x', `tnt_test_${'a'.repeat(26)}`]) {
      expect((await operator.post(path(tenantId), { name: 'Me' })).status, tenantId).toBe(404)
    }
    test.clock.skewMs = 5 * 60_000
    expect(await operator.post(path(test.partner.tenantId), { name: 'Me' })).toMatchObject({
      status: 403,
      body: { error_codes: ['console_passkey_needed'] },
    })
  })

  it('is told of in an audit log of the installation', async () => {
    const { rows } = await database.auditEvents.list(
      INSTALLATION_ID,
      { actorId: operator.userId },
      { limit: 100 },
    )
    const actions = rows.map(({ action }) => action)
    expect(actions.slice(-2)).toEqual(['console_user.sign_in', 'console_user.create'])
    expect(actions).toContain('console_user.deny')
    expect(await verifyAudit(database, INSTALLATION_ID)).toMatchObject({ verified: actions.length })
  })

  it('who was removed while their request runs, invites nobody', async () => {
    const former = await openOperator()
    const transaction = database.transaction.bind(database)
    vi.spyOn(database, 'transaction').mockImplementationOnce(async (work) => {
      await database.consoleUsers.delete(INSTALLATION_ID, former.userId)
      return transaction(work)
    })
    const answer = await former.post(path(test.partner.tenantId), { name: 'Me, again' })
    expect(answer).toMatchObject({ status: 403, body: { error_codes: ['console_role_missing'] } })
  })
})

it('nobody else is one, nor becomes one at the console', async () => {
  const admin = await openConsole(test, 'admin')
  expect(await admin.get('/installation')).toMatchObject({
    status: 403,
    body: { error_codes: ['console_role_missing'] },
  })
  expect((await admin.post(path(bank.tenantId), { name: 'Me' })).status).toBe(403)
  expect((await admin.post('/tenant', { tenant_id: INSTALLATION_ID })).status).toBe(404)
  expect((await admin.post('/invites', { role: 'operator', name: 'Me' })).status).toBe(422)
  expect((await admin.patch(`/users/${operator.userId}`, { role: 'operator' })).status).toBe(422)
})

it('the installation is no partner', async () => {
  const ids = (await database.tenants.list()).map(({ id }) => id)
  expect(ids).toContain(bank.tenantId)
  expect(ids).not.toContain(INSTALLATION_ID)
})
