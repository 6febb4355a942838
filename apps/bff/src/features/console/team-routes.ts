import {
  changeConsoleUserSchema,
  consoleTeamSchema,
  createConsoleInviteSchema,
  createdConsoleInviteSchema,
} from '@visavis/shared/console-api'
import { AppError } from '@visavis/shared/errors'
import { given, toTime } from '../../http/view-parts.ts'
import { changeConsoleRole, removeConsoleUser } from './change-team.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'
import { createConsoleInvite } from './create-invite.ts'
import type { ConsoleDeps } from './deps.ts'
import { toInviteEmail } from './invite-email.ts'
import { recordAct } from './record-act.ts'

const readTeam = async ({ database, now, mailer, singleSignOn }: ConsoleDeps, tenantId: string) => {
  const users = await database.consoleUsers.list(tenantId)
  const invites = await database.consoleInvites.listOpen(tenantId, now())
  return {
    users: users.map(({ id, name, role, email, createdOn, lastSignInOn, passkeys }) => ({
      id,
      name,
      role,
      ...given('email', email),
      created_on: toTime(createdOn),
      ...given('last_sign_in_on', lastSignInOn && toTime(lastSignInOn)),
      passkeys,
    })),
    invites: invites.map(({ id, name, role, email, createdOn, expiresOn }) => ({
      id,
      name,
      role,
      ...given('email', email),
      created_on: toTime(createdOn),
      expires_on: toTime(expiresOn),
    })),
    can_mail: mailer !== undefined,
    can_sign_on: singleSignOn !== undefined,
  }
}

/** @throws AppError MAIL_UNAVAILABLE */
const mailInvite = async (
  { database, mailer }: ConsoleDeps,
  { invite, url }: { invite: ConsoleInvite; url: string },
  to: string,
): Promise<void> => {
  const tenant = await database.tenants.get(invite.tenantId)
  await mailer?.send(toInviteEmail({ to, tenantName: tenant?.name ?? '', invite, url })).catch((cause) => {
    throw new AppError('MAIL_UNAVAILABLE', { cause })
  })
}

/** Whatever decides who may sign in asks for the passkey once more. */
const care = { role: 'admin', recentPasskey: true } as const

const oneUser = '/console/api/users/{consoleUserId}'

/** Who works at the console. */
export const CONSOLE_TEAM_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'admin',
      method: 'get',
      path: '/console/api/team',
      id: 'getConsoleTeam',
      summary: 'Who may sign in, and who is invited',
      answers: { 200: { description: 'All of them, oldest first', schema: consoleTeamSchema } },
    },
    (deps: ConsoleDeps, { c }) => readTeam(deps, c.get('user').tenantId),
  ),
  consoleEndpoint(
    {
      ...care,
      method: 'post',
      path: '/console/api/invites',
      id: 'createConsoleInvite',
      summary: 'Invite a colleague',
      description:
        'With `email` the link is sent there too where the server sends mail, once the invitation is kept: ' +
        '`MAIL_UNAVAILABLE` leaves an open one. With single sign-on, whoever has that address needs no link.',
      body: createConsoleInviteSchema,
      answers: { 201: { description: 'The link for them', schema: createdConsoleInviteSchema } },
      errors: ['MAIL_NOT_CONFIGURED', 'MAIL_UNAVAILABLE'],
    },
    async (deps: ConsoleDeps, { c, body }) => {
      const { email } = body
      if (email && !deps.mailer && !deps.singleSignOn) throw new AppError('MAIL_NOT_CONFIGURED')
      const created = await deps.database.transaction(async (database) => {
        const inside = { ...deps, database }
        const made = await createConsoleInvite(inside, c.get('user').tenantId, body)
        await recordAct(inside, c, 'console_invite.create', made.invite.id)
        return made
      })
      if (email) await mailInvite(deps, created, email)
      return { url: created.url, expires_on: toTime(created.invite.expiresOn) }
    },
  ),
  consoleEndpoint(
    {
      ...care,
      method: 'delete',
      path: '/console/api/invites/{consoleInviteId}',
      id: 'revokeConsoleInvite',
      audit: { action: 'console_invite.revoke', subject: 'consoleInviteId' },
      summary: 'Revoke an invitation that nobody has used yet',
      answers: { 204: { description: 'Its link opens nothing any more' } },
    },
    async ({ database, now }: ConsoleDeps, { c, params }) => {
      const { tenantId } = c.get('user')
      if (!(await database.consoleInvites.revoke(tenantId, params.consoleInviteId, now()))) {
        throw new AppError('NOT_FOUND')
      }
    },
  ),
  consoleEndpoint(
    {
      ...care,
      method: 'patch',
      path: oneUser,
      id: 'changeConsoleUser',
      audit: { action: 'console_user.update', subject: 'consoleUserId' },
      summary: 'Give somebody another role',
      description: 'From their next request on. Nobody changes their own.',
      body: changeConsoleUserSchema,
      answers: { 204: { description: 'They have it' } },
      errors: ['CONSOLE_OWN_ROLE'],
    },
    (deps: ConsoleDeps, { c, params: { consoleUserId: userId }, body: { role } }) =>
      changeConsoleRole(deps, c.get('user'), { userId, role }),
  ),
  consoleEndpoint(
    {
      ...care,
      method: 'delete',
      path: oneUser,
      id: 'removeConsoleUser',
      audit: { action: 'console_user.delete', subject: 'consoleUserId' },
      summary: 'Remove somebody, with passkeys and sessions',
      description: 'At once. The last admin stays.',
      answers: { 204: { description: 'Gone, and signed out everywhere' } },
      errors: ['CONSOLE_LAST_ADMIN'],
    },
    (deps: ConsoleDeps, { c, params }) => removeConsoleUser(deps, c.get('user'), params.consoleUserId),
  ),
]
