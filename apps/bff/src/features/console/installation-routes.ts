import { createdConsoleInviteSchema } from '@visavis/shared/console-api'
import { installationSchema, inviteFirstAdminSchema } from '@visavis/shared/console-installation'
import { INSTALLATION_ID, OPERATOR } from '@visavis/shared/console-roles'
import { AppError } from '@visavis/shared/errors'
import { isTestTenant } from '@visavis/shared/test-mode'
import type { Context } from 'hono'
import { given, toTime } from '../../http/view-parts.ts'
import { readOrigin, recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleEnv } from './console-session.ts'
import type { ConsoleDeps, ConsoleRepositories } from './deps.ts'
import { inviteToTenant } from './invite-to-tenant.ts'

const DAY_MS = 24 * 60 * 60_000

const readInstallation = async ({ database, now, mailer, singleSignOn }: ConsoleDeps) => {
  const tenants = await database.installation.listTenants(now(), new Date(now().getTime() - DAY_MS))
  return {
    database: database.engine,
    queues: await database.queue.depths(),
    tenants: tenants.map((tenant) => ({
      id: tenant.id,
      name: tenant.name,
      has_test_mode: tenant.hasTestMode,
      users: tenant.users,
      admins: tenant.admins,
      open_invites: tenant.openInvites,
      face_authentications: tenant.faceAuthentications,
      webhooks_waiting: tenant.webhooksWaiting,
      ...given('oldest_webhook_on', tenant.oldestWebhookOn && toTime(tenant.oldestWebhookOn)),
    })),
    can_mail: mailer !== undefined,
    can_sign_on: singleSignOn !== undefined,
  }
}

/** One link for the first admin: whoever made two would have one left once there is one. Inside a transaction. */
const revokeOthers = async (
  deps: Omit<ConsoleDeps, 'database'> & { database: ConsoleRepositories },
  c: Context<ConsoleEnv>,
  tenantId: string,
): Promise<void> => {
  const { consoleInvites } = deps.database
  const revoked: string[] = []
  for (const { id, role } of await consoleInvites.listOpen(tenantId, deps.now())) {
    if (role === 'admin' && (await consoleInvites.revoke(tenantId, id, deps.now()))) revoked.push(id)
  }
  for (const subjectId of revoked) {
    await recordAuditEvent(deps, {
      tenantId,
      actor: toConsoleActor(c.get('user').id),
      action: 'console_invite.revoke',
      subjectId,
      ...readOrigin(c, deps),
    })
  }
}

/** For whoever runs the installation: nothing in them is about a tenant's people. */
export const CONSOLE_INSTALLATION_ENDPOINTS = [
  consoleEndpoint(
    {
      role: OPERATOR,
      method: 'get',
      path: '/console/api/installation',
      id: 'getInstallation',
      summary: 'The tenants of the installation, and what waits',
      answers: { 200: { description: 'By number alone', schema: installationSchema } },
    },
    (deps: ConsoleDeps) => readInstallation(deps),
  ),
  consoleEndpoint(
    {
      role: OPERATOR,
      recentPasskey: true,
      method: 'post',
      path: '/console/api/installation/tenants/{tenantId}/invites',
      id: 'inviteFirstConsoleAdmin',
      summary: 'Invite the first admin of a tenant',
      description:
        'Where there is none: whoever is, invites the others. An earlier link for an admin is revoked. Both are in the ' +
        'audit log of that tenant.',
      body: inviteFirstAdminSchema,
      answers: { 201: { description: 'The link for them', schema: createdConsoleInviteSchema } },
      errors: ['CONSOLE_ADMIN_EXISTS', 'MAIL_NOT_CONFIGURED', 'MAIL_UNAVAILABLE'],
    },
    async (deps: ConsoleDeps, { c, params: { tenantId }, body }) => {
      const isDesk = tenantId !== INSTALLATION_ID && !isTestTenant(tenantId)
      if (!isDesk || !(await deps.database.tenants.get(tenantId))) throw new AppError('NOT_FOUND')
      return inviteToTenant(deps, c, {
        tenantId,
        input: { ...body, role: 'admin' },
        check: async (database) => {
          await database.installation.hold(tenantId)
          const admins = await database.consoleUsers.lockAdmins(tenantId)
          if (admins.length > 0) throw new AppError('CONSOLE_ADMIN_EXISTS')
          await revokeOthers({ ...deps, database }, c, tenantId)
        },
      })
    },
  ),
]
