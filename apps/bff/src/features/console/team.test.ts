import type { ConsoleTeamView } from '@visavis/shared/console-api'
import { beforeEach, describe, expect, it } from 'vitest'
import type { MailMessage } from '../../mail/types.ts'
import { createConsoleClient, openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { createSoftPasskey } from '../../testing/soft-passkey.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const admin = await openConsole(test, 'admin')
const reviewer = await openConsole(test, 'reviewer')
const stranger = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
const theirs = await openConsole(test, 'admin', stranger.tenantId)

beforeEach(() => {
  test.clock.skewMs = 0
})

const newest = async (action: string) =>
  (await partner.get(`/audit-events?action=${action}&limit=1`)).body.data[0]
const readTeam = async (client = admin) => (await client.get('/team')).body as ConsoleTeamView
const userOf = async (id: string) => (await readTeam()).users.find((user) => user.id === id)

/** @returns the token of the link, and the id of the invitation */
const inviteViewer = async () => {
  const { body } = await admin.post('/invites', { role: 'viewer', name: 'Cy' })
  const { id = '' } = (await readTeam()).invites.at(-1) ?? {}
  return { token: new URL(body.url).hash.slice(1), id, expiresOn: body.expires_on as string }
}

describe('the team', () => {
  it('is who may sign in, with role, passkeys and last sign-in', async () => {
    const team = await readTeam()
    expect(team.users.map(({ id }) => id)).toEqual([admin.userId, reviewer.userId])
    expect(team.users[1]).toEqual({
      id: reviewer.userId,
      name: 'Bea, reviewer',
      role: 'reviewer',
      created_on: expect.stringMatching(/Z$/),
      last_sign_in_on: expect.stringMatching(/Z$/),
      passkeys: 1,
    })
    test.clock.skewMs = 60_000
    await createConsoleClient(test).signIn(reviewer.passkey)
    const later = await userOf(reviewer.userId)
    const sinceMs =
      Date.parse(later?.last_sign_in_on ?? '') - Date.parse(team.users[1]?.last_sign_in_on ?? '')
    expect(sinceMs).toBeGreaterThanOrEqual(59_000)
  })

  it('is that of the own tenant', async () => {
    const invited = await inviteViewer()
    expect((await readTeam(theirs)).users.map(({ id }) => id)).toEqual([theirs.userId])
    expect((await readTeam(theirs)).invites).toEqual([])
    for (const answer of [
      await theirs.patch(`/users/${reviewer.userId}`, { role: 'viewer' }),
      await theirs.delete(`/users/${reviewer.userId}`),
      await theirs.delete(`/invites/${invited.id}`),
    ])
      expect(answer).toMatchObject({ status: 404, body: { error_codes: ['not_found'] } })
    expect(await userOf(reviewer.userId)).toMatchObject({ role: 'reviewer' })
    expect((await createConsoleClient(test).open(invited.token)).status).toBe(200)
  })

  it('is the admins’, and nobody changes it with a passkey of long ago', async () => {
    const { id } = await inviteViewer()
    const change = (client: typeof admin) => [
      () => client.post('/invites', { role: 'admin', name: 'Me' }),
      () => client.delete(`/invites/${id}`),
      () => client.patch(`/users/${reviewer.userId}`, { role: 'admin' }),
      () => client.delete(`/users/${reviewer.userId}`),
    ]
    expect((await reviewer.get('/team')).status).toBe(403)
    for (const send of change(reviewer))
      expect(await send()).toMatchObject({ status: 403, body: { error_codes: ['console_role_missing'] } })
    const before = await readTeam()
    test.clock.skewMs = 5 * 60_000
    for (const send of change(admin))
      expect(await send()).toMatchObject({ status: 403, body: { error_codes: ['console_passkey_needed'] } })
    expect(await readTeam()).toEqual(before)
  })
})

describe('an invitation', () => {
  it('is open until somebody comes', async () => {
    const { token, id, expiresOn } = await inviteViewer()
    const { invites } = await readTeam()
    expect(invites.at(-1)).toEqual({
      id,
      name: 'Cy',
      role: 'viewer',
      created_on: expect.stringMatching(/Z$/),
      expires_on: expiresOn,
    })
    expect(JSON.stringify(invites)).not.toContain(token)
    await createConsoleClient(test).accept(token, createSoftPasskey())
    const after = await readTeam()
    expect(after.invites.map((invite) => invite.id)).not.toContain(id)
    expect(after.users.at(-1)).toMatchObject({ name: 'Cy', role: 'viewer' })
    expect((await admin.delete(`/invites/${id}`)).status).toBe(404)
  })

  it('that is revoked opens nothing, and who tries it is in the audit log', async () => {
    const { token, id } = await inviteViewer()
    expect((await admin.delete(`/invites/${id}`)).status).toBe(204)
    expect(await newest('console_invite.revoke')).toMatchObject({
      actor: { type: 'console_user', id: admin.userId },
      subject: { type: 'console_invite', id },
    })
    expect(await createConsoleClient(test).open(token)).toMatchObject({
      status: 404,
      body: { error_codes: ['console_invite_invalid'] },
    })
    expect(await newest('console_invite.deny')).toMatchObject({ subject: { id } })
    expect((await admin.delete(`/invites/${id}`)).status).toBe(404)
  })
})

describe('an invitation by e-mail', () => {
  const INPUT = { role: 'reviewer', name: 'Cy <b>http://evil.example', email: 'cy@bank.example' }
  const openMailing = async () => {
    const mails: MailMessage[] = []
    const mailer = {
      isDown: false,
      send: async (mail: MailMessage) => {
        if (mailer.isDown) throw new Error('no mail server took the message')
        mails.push(mail)
      },
      close: () => {},
    }
    const { createApp } = await import('../../app.ts')
    const client = createConsoleClient({ app: createApp({ ...test.deps, mailer }) })
    client.writeCookie(admin.readCookie())
    return { mails, mailer, client }
  }

  it('brings the link that is shown, and lets nobody send an address of theirs', async () => {
    const { mails, client } = await openMailing()
    expect((await client.get('/team')).body.can_mail).toBe(true)
    const { status, body } = await client.post('/invites', INPUT)
    expect(status).toBe(201)
    expect(mails).toEqual([
      { to: 'cy@bank.example', subject: expect.stringContaining('Test'), text: expect.any(String) },
    ])
    const lines = mails[0]?.text.split('\n')
    expect(lines).toContain(body.url)
    expect(lines?.filter((line) => line.includes('://'))).toEqual([body.url])
    const token = new URL(body.url).hash.slice(1)
    expect((await createConsoleClient(test).open(token)).body).toMatchObject({ role: 'reviewer' })
    expect(test.log.text).not.toContain(token)
  })

  it('that no server takes is told so, and is there to be revoked', async () => {
    const { mailer, client } = await openMailing()
    mailer.isDown = true
    expect(await client.post('/invites', { ...INPUT, name: 'Dora' })).toMatchObject({
      status: 503,
      body: { error_codes: ['mail_unavailable'] },
    })
    const open = (await readTeam()).invites.find(({ name }) => name === 'Dora')
    expect((await admin.delete(`/invites/${open?.id}`)).status).toBe(204)
  })

  it('needs a mail server, and an address', async () => {
    const before = await readTeam()
    expect(before.can_mail).toBe(false)
    expect((await admin.post('/invites', INPUT)).body.error_codes).toEqual(['mail_not_configured'])
    const { client } = await openMailing()
    expect((await client.post('/invites', { ...INPUT, email: 'cy' })).body.error_codes).toEqual([
      'email__invalid_format',
    ])
    expect(await readTeam()).toEqual(before)
  })
})

describe('a role', () => {
  it('is changed by an admin, counts from the next request on, and is in the audit log', async () => {
    const client = await openConsole(test, 'viewer')
    expect((await client.get('/reviews')).status).toBe(403)
    expect((await admin.patch(`/users/${client.userId}`, { role: 'reviewer' })).status).toBe(204)
    expect((await client.get('/reviews')).status).toBe(200)
    expect(await newest('console_user.update')).toMatchObject({
      actor: { type: 'console_user', id: admin.userId },
      subject: { type: 'console_user', id: client.userId },
    })
    expect(await admin.patch(`/users/${client.userId}`, { role: 'owner' })).toMatchObject({
      status: 422,
      body: { error_codes: [expect.stringMatching(/^role__/)] },
    })
  })

  it('is nobody’s to change for themselves, also not beside another admin', async () => {
    const second = await openConsole(test, 'admin')
    for (const client of [admin, second]) {
      expect(await client.patch(`/users/${client.userId}`, { role: 'viewer' })).toMatchObject({
        status: 409,
        body: { error_codes: ['console_own_role'] },
      })
    }
    expect((await admin.delete(`/users/${second.userId}`)).status).toBe(204)
  })
})

describe('somebody who is removed', () => {
  it('is signed out at once, everywhere, and comes back by no passkey', async () => {
    const client = await openConsole(test, 'reviewer')
    const elsewhere = createConsoleClient(test)
    await elsewhere.signIn(client.passkey)
    expect((await admin.delete(`/users/${client.userId}`)).status).toBe(204)
    for (const each of [client, elsewhere]) expect((await each.get('/me')).status).toBe(401)
    expect((await client.signIn(client.passkey)).status).toBe(401)
    expect(await userOf(client.userId)).toBeUndefined()
    expect(await newest('console_user.delete')).toMatchObject({
      actor: { type: 'console_user', id: admin.userId },
      subject: { id: client.userId },
    })
    expect((await admin.delete(`/users/${client.userId}`)).status).toBe(404)
  })

  it('is never the last admin', async () => {
    expect(await theirs.delete(`/users/${theirs.userId}`)).toMatchObject({
      status: 409,
      body: { error_codes: ['console_last_admin'] },
    })
    const second = await openConsole(test, 'admin', stranger.tenantId)
    expect((await second.delete(`/users/${second.userId}`)).status).toBe(204)
    expect((await theirs.get('/me')).status).toBe(200)
  })

  it('does nothing any more: of two admins who remove each other, one stays', async () => {
    const { tenantId } = await setUpTenant(database, { name: 'Two', provider: 'embedded' }, new Date())
    const [ada, bea] = [
      await openConsole(test, 'admin', tenantId),
      await openConsole(test, 'admin', tenantId),
    ]
    const answers = await Promise.all([
      ada.delete(`/users/${bea.userId}`),
      bea.patch(`/users/${ada.userId}`, { role: 'viewer' }),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(await database.consoleUsers.lockAdmins(tenantId)).toHaveLength(1)
  })
})
