import {
  changeConsoleUserSchema,
  consoleTeamSchema,
  createConsoleInviteSchema,
  createdConsoleInviteSchema,
} from '@visavis/shared/console-api'
import { type DeskRole, OPERATOR } from '@visavis/shared/console-roles'
import { AppError } from '@visavis/shared/errors'
import { given, toTime } from '../../http/view-parts.ts'
import { changeConsoleRole, removeConsoleUser } from './change-team.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleDeps } from './deps.ts'
import { inviteToTenant } from './invite-to-tenant.ts'

/** Operators are at the desk of the installation alone, which has no team page. */
const toTenantRole = (role: DeskRole) => (role === OPERATOR ? 'viewer' : role)

const readTeam = async ({ database, now, mailer, singleSignOn }: ConsoleDeps, tenantId: string) => {
  const users = await database.consoleUsers.list(tenantId)
  const invites = await database.consoleInvites.listOpen(tenantId, now())
  return {
    users: users.map(({ id, name, role, email, createdOn, lastSignInOn, passkeys }) => ({
      id,
      name,
      role: toTenantRole(role),
      ...given('email', email),
      created_on: toTime(createdOn),
      ...given('last_sign_in_on', lastSignInOn && toTime(lastSignInOn)),
      passkeys,
    })),
    invites: invites.map(({ id, name, role, email, createdOn, expiresOn }) => ({
      id,
      name,
      role: toTenantRole(role),
      ...given('email', email),
      created_on: toTime(createdOn),
      expires_on: toTime(expiresOn),
    })),
    can_mail: mailer !== undefined,
    can_sign_on: singleSignOn !== undefined,
  }
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
    (deps: ConsoleDeps, { c, body }) =>
      inviteToTenant(deps, c, { tenantId: c.get('user').tenantId, input: body }),
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
      summary: 'Remove somebody from the team, with their sessions in it',
      description: 'At once. Passkeys go with the last tenant that they work for. The last admin stays.',
      answers: { 204: { description: 'Gone, and signed out of this tenant everywhere' } },
      errors: ['CONSOLE_LAST_ADMIN'],
    },
    (deps: ConsoleDeps, { c, params }) => removeConsoleUser(deps, c.get('user'), params.consoleUserId),
  ),
]
