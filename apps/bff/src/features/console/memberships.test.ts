import { randomBytes, randomUUID } from 'node:crypto'
import type { ConsoleRole } from '@visavis/shared/console-roles'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { createConsoleClient, openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { createSoftPasskey } from '../../testing/soft-passkey.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'
import { hashSecret } from '../links/index.ts'
import { beginSession } from './begin-session.ts'
import { createConsoleInvite } from './create-invite.ts'
import { CONSOLE_ENDPOINTS } from './routes.ts'
import { switchTenant } from './switch-tenant.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const here = test.partner.tenantId
const other = await setUpTenant(database, { name: 'Bank', provider: 'embedded' }, new Date())
const there = other.tenantId
const otherPartner = createPartnerClient(test, other.apiKey)

const ORIGIN = { clientAddress: null, requestId: 'req_test' }

beforeEach(() => {
  test.clock.skewMs = 0
})

const inviteTo = async (tenantId: string, role: ConsoleRole, email?: string) => {
  const { url, invite } = await createConsoleInvite(
    { ...test.deps, consoleUrl: test.deps.publicUrl },
    tenantId,
    { role, name: 'Bea', email },
  )
  return { token: new URL(url).hash.slice(1), id: invite.id }
}

type Client = ReturnType<typeof createConsoleClient>
type Passkey = ReturnType<typeof createSoftPasskey>

const join = async (client: Client, token: string, passkey: Passkey) => {
  const { body } = await client.open(token)
  return client.post('/invites/join', { token, credential: passkey.sign(body.join_options) })
}

/** Admin here, viewer there, signed in there. */
const openBoth = async (role: ConsoleRole = 'viewer') => {
  const email = `${randomUUID()}@example.com`
  const passkey = createSoftPasskey()
  const client = createConsoleClient(test)
  const { body } = await client.accept((await inviteTo(here, 'admin', email)).token, passkey)
  const answer = await join(client, (await inviteTo(there, role, email)).token, passkey)
  expect(answer.status).toBe(200)
  return { ...client, passkey, email, userId: body.id as string }
}

const switchTo = (client: Pick<Client, 'post'>, tenantId: string) =>
  client.post('/tenant', { tenant_id: tenantId })

const actions = async (client: typeof partner, actorId: string) =>
  (await client.get(`/audit-events?limit=100&actor_id=${actorId}`)).body.data
    .toSorted((a: { number: number }, b: { number: number }) => b.number - a.number)
    .map(({ action }: { action: string }) => action)

describe('an invitation for somebody who has an account', () => {
  it('adds a tenant to it, once they sign in with its passkey', async () => {
    const email = `${randomUUID()}@example.com`
    const passkey = createSoftPasskey()
    const client = createConsoleClient(test)
    const { body: first } = await client.accept((await inviteTo(here, 'admin', email)).token, passkey)
    const { token } = await inviteTo(there, 'viewer', email.toUpperCase())
    const visitor = createConsoleClient(test)
    const joined = await join(visitor, token, passkey)
    expect(joined).toMatchObject({
      status: 200,
      body: {
        id: first.id,
        role: 'viewer',
        tenant: { id: there },
        tenants: [
          { id: there, name: 'Bank' },
          { id: here, name: 'Test & Co' },
        ],
      },
    })
    // The session of before stays where it was.
    expect((await client.get('/me')).body).toMatchObject({ role: 'admin', tenant: { id: here } })
    expect(await actions(otherPartner, first.id)).toEqual(['console_user.sign_in', 'console_user.create'])
    expect(await actions(partner, first.id)).toEqual(['console_user.sign_in', 'console_user.create'])
    expect((await createConsoleClient(test).open(token)).status).toBe(404)
  })

  it('tells whoever has the link, such as who made it, of no account elsewhere, and is not taken by one', async () => {
    const squatter = createSoftPasskey()
    const email = `${randomUUID()}@example.com`
    const { body: elsewhere } = await createConsoleClient(test).accept(
      (await inviteTo(here, 'viewer', email)).token,
      squatter,
    )
    const shapes = []
    for (const address of [email, `${randomUUID()}@example.com`]) {
      const client = createConsoleClient(test)
      const { token } = await inviteTo(there, 'viewer', address)
      const { options, join_options, ...opened } = (await client.open(token)).body
      const { status, body } = await client.accept(token, createSoftPasskey())
      expect(body.id).not.toBe(elsewhere.id)
      shapes.push({
        status,
        opened,
        tenants: body.tenants,
        keys: [Object.keys(options), Object.keys(join_options)],
      })
    }
    expect(shapes[0]).toEqual({ ...shapes[1], status: 201 })
  })

  it('is also for whoever was known by no address', async () => {
    const client = await openConsole(test, 'viewer')
    for (const email of [undefined, `${randomUUID()}@example.com`]) {
      const { token } = await inviteTo(there, 'reviewer', email)
      expect((await join(client, token, client.passkey)).body).toMatchObject({
        id: client.userId,
        role: 'reviewer',
      })
    }
  })

  it('is not for whoever has another address, nor for what was signed for something else', async () => {
    const [bea, cy] = [await openBoth(), await openBoth()]
    const { token, id } = await inviteTo(there, 'admin', cy.email)
    const visitor = createConsoleClient(test)
    const { join_options } = (await visitor.open((await inviteTo(there, 'admin')).token)).body
    const signIn = (await visitor.post('/sign-in/options')).body
    expect((await join(visitor, token, bea.passkey)).status).toBe(401)
    for (const options of [join_options, signIn]) {
      const credential = cy.passkey.sign(options)
      expect(await visitor.post('/invites/join', { token, credential })).toMatchObject({
        status: 401,
        body: { error_codes: ['passkey_refused'] },
      })
    }
    const { body } = await otherPartner.get('/audit-events?action=console_invite.deny&limit=1')
    expect(body.data[0].subject.id).toBe(id)
  })

  it('changes no role of somebody who is there already', async () => {
    const bea = await openBoth('viewer')
    const { token } = await inviteTo(there, 'admin', bea.email)
    expect((await join(bea, token, bea.passkey)).body.role).toBe('viewer')
  })
})

describe('a session', () => {
  it('is in one tenant, and shows nothing of the other', async () => {
    const applicantId = await partner.createApplicant()
    const theirs = await otherPartner.createApplicant()
    const bea = await openBoth('admin')
    const seen = async () =>
      (await bea.get('/applicants?limit=100')).body.data.map(({ id }: { id: string }) => id)
    expect(await seen()).toContain(theirs)
    expect(await seen()).not.toContain(applicantId)
    expect((await bea.get(`/applicants/${applicantId}`)).status).toBe(404)
    const colleague = await openConsole(test, 'viewer')
    const team = (await bea.get('/team')).body.users.map(({ id }: { id: string }) => id)
    expect(team).toContain(bea.userId)
    expect(team).not.toContain(colleague.userId)
    expect((await bea.delete(`/users/${colleague.userId}`)).status).toBe(404)

    expect((await switchTo(bea, here)).body).toMatchObject({ role: 'admin', tenant: { id: here } })
    expect(await seen()).toContain(applicantId)
    expect(await seen()).not.toContain(theirs)
    expect((await bea.get(`/applicants/${theirs}`)).status).toBe(404)
    expect((await actions(partner, bea.userId))[0]).toBe('console_user.switch')
    expect(await actions(otherPartner, bea.userId)).not.toContain('console_user.switch')
    await bea.post('/api-keys', { scopes: ['match'] })
    expect((await actions(partner, bea.userId))[0]).toBe('key.create')
    expect(await actions(otherPartner, bea.userId)).not.toContain('key.create')
  })

  it('has the role of its tenant', async () => {
    const bea = await openBoth('viewer')
    expect((await bea.get('/team')).status).toBe(403)
    await switchTo(bea, here)
    expect((await bea.get('/team')).status).toBe(200)
    await switchTo(bea, there)
    expect((await bea.get('/team')).status).toBe(403)
  })

  it('goes nowhere without a membership', async () => {
    const stranger = await openConsole(test, 'admin')
    for (const tenantId of [there, 'tnt_x', '']) {
      expect((await switchTo(stranger, tenantId)).status).toBe(404)
    }
    expect((await stranger.get('/me')).body.tenant.id).toBe(here)
  })

  it('begins where its user was last', async () => {
    const bea = await openBoth()
    test.clock.skewMs = 1000
    await switchTo(bea, here)
    test.clock.skewMs = 2000
    expect((await createConsoleClient(test).signIn(bea.passkey)).body.tenant.id).toBe(here)
    await switchTo(bea, there)
    expect((await createConsoleClient(test).signIn(bea.passkey)).body.tenant.id).toBe(there)
  })

  it.each(CONSOLE_ENDPOINTS.filter(({ role }) => role !== 'anyone'))(
    'does nothing in one tenant that a page of the other asked for: $id',
    async ({ method, path }) => {
      const bea = await anybody
      const answer = await test.app.request(path.replaceAll(/\{\w+\}/g, 'x'), {
        method: method.toUpperCase(),
        headers: {
          cookie: bea.readCookie(),
          'sec-fetch-site': 'same-origin',
          origin: test.deps.publicUrl,
          'visavis-tenant': there,
        },
      })
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({ error_codes: ['console_tenant_changed'] })
    },
  )
  const anybody = openConsole(test, 'admin')
})

describe('somebody who is removed', () => {
  it('is signed out there at once, and comes back by no session of before', async () => {
    const bea = await openBoth()
    const elsewhere = createConsoleClient(test)
    await elsewhere.signIn(bea.passkey)
    await switchTo(elsewhere, here)
    const admin = await openConsole(test, 'admin', there)
    expect((await admin.delete(`/users/${bea.userId}`)).status).toBe(204)
    expect((await bea.get('/me')).status).toBe(401)
    expect((await elsewhere.get('/me')).body).toMatchObject({ tenants: [{ id: here }] })
    expect((await switchTo(elsewhere, there)).status).toBe(404)
    expect((await createConsoleClient(test).signIn(bea.passkey)).body.tenant.id).toBe(here)
    // Even when they are invited again.
    await join(createConsoleClient(test), (await inviteTo(there, 'viewer', bea.email)).token, bea.passkey)
    expect((await bea.get('/me')).status).toBe(401)
  })

  it('a moment before they come or switch, does neither', async () => {
    const bea = await openBoth('reviewer')
    const user = (await database.consoleUsers.list(there)).find(({ id }) => id === bea.userId)
    const sessionHash = hashSecret(bea.readCookie().split('=')[1] ?? '')
    if (!user) throw new Error('nobody')
    const begin = () =>
      database.transaction((inside) =>
        beginSession({ ...test.deps, database: inside }, user, { challengeHash: randomBytes(32) }, ORIGIN),
      )
    await database.consoleUsers.setRole(there, user.id, 'viewer')
    expect((await begin())?.user.role).toBe('viewer')
    const admin = await openConsole(test, 'admin', there)
    await admin.delete(`/users/${user.id}`)
    expect(await begin()).toBeUndefined()
    const switching = switchTenant(test.deps, { user, sessionHash }, here, ORIGIN)
    await expect(switching).rejects.toMatchObject({ code: 'CONSOLE_SIGN_IN_NEEDED' })
    expect(await actions(partner, user.id)).not.toContain('console_user.switch')
  })

  it('or is no admin any more while their request runs, invites nobody', async () => {
    const admin = await openConsole(test, 'admin')
    const transaction = database.transaction.bind(database)
    vi.spyOn(database, 'transaction').mockImplementationOnce(async (work) => {
      await database.consoleUsers.setRole(here, admin.userId, 'viewer')
      return transaction(work)
    })
    expect(await admin.post('/invites', { role: 'admin', name: 'Me, again' })).toMatchObject({
      status: 403,
      body: { error_codes: ['console_role_missing'] },
    })
  })

  it('by the last one has no account any more', async () => {
    const bea = await openBoth()
    const [admin, theirs] = [await openConsole(test, 'admin'), await openConsole(test, 'admin', there)]
    const answers = await Promise.all([
      admin.delete(`/users/${bea.userId}`),
      theirs.delete(`/users/${bea.userId}`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([204, 204])
    expect((await bea.signIn(bea.passkey)).status).toBe(401)
    expect(await database.consoleIdentities.listUsersByEmail(bea.email)).toEqual([])
  })
})
