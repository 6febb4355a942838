import {
  changeConsoleUserSchema,
  consoleTeamSchema,
  createdConsoleInviteSchema,
  inviteConsoleUserSchema,
} from '@visavis/shared/console-api'
import { AppError } from '@visavis/shared/errors'
import { given, toTime } from '../../http/view-parts.ts'
import { changeConsoleRole, removeConsoleUser } from './change-team.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import { createConsoleInvite } from './create-invite.ts'
import type { ConsoleDeps } from './deps.ts'
import { recordAct } from './record-act.ts'

const readTeam = async ({ database, now }: ConsoleDeps, tenantId: string) => {
  const users = await database.consoleUsers.list(tenantId)
  const invites = await database.consoleInvites.listOpen(tenantId, now())
  return {
    users: users.map(({ id, name, role, createdOn, lastSignInOn, passkeys }) => ({
      id,
      name,
      role,
      created_on: toTime(createdOn),
      ...given('last_sign_in_on', lastSignInOn && toTime(lastSignInOn)),
      passkeys,
    })),
    invites: invites.map(({ id, name, role, createdOn, expiresOn }) => ({
      id,
      name,
      role,
      created_on: toTime(createdOn),
      expires_on: toTime(expiresOn),
    })),
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
      body: inviteConsoleUserSchema,
      answers: { 201: { description: 'The link for them', schema: createdConsoleInviteSchema } },
    },
    (deps: ConsoleDeps, { c, body }) =>
      deps.database.transaction(async (database) => {
        const inside = { ...deps, database }
        const { invite, url } = await createConsoleInvite(inside, c.get('user').tenantId, body)
        await recordAct(inside, c, 'console_invite.create', invite.id)
        return { url, expires_on: toTime(invite.expiresOn) }
      }),
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
