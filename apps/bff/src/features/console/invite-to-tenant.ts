import type { createdConsoleInviteSchema } from '@visavis/shared/console-api'
import { hasRole } from '@visavis/shared/console-roles'
import { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'
import type * as z from 'zod'
import { toTime } from '../../http/view-parts.ts'
import { readOrigin, recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'
import type { ConsoleEnv } from './console-session.ts'
import { createConsoleInvite, type InviteInput } from './create-invite.ts'
import type { ConsoleDeps, ConsoleRepositories } from './deps.ts'
import { toInviteEmail } from './invite-email.ts'

interface TenantInvite {
  tenantId: string
  input: InviteInput
  /** In the transaction that makes it. */
  check?: (repositories: ConsoleRepositories) => Promise<void>
}

/**
 * By whoever is signed in, and in the audit log of that tenant.
 * @throws AppError CONSOLE_ROLE_MISSING, MAIL_NOT_CONFIGURED, MAIL_UNAVAILABLE: it is open then
 */
export const inviteToTenant = async (
  deps: ConsoleDeps,
  c: Context<ConsoleEnv>,
  { tenantId, input, check }: TenantInvite,
): Promise<z.output<typeof createdConsoleInviteSchema>> => {
  const { email } = input
  if (email && !deps.mailer && !deps.singleSignOn) throw new AppError('MAIL_NOT_CONFIGURED')
  const created = await deps.database.transaction(async (database) => {
    const { id, tenantId: desk, role } = c.get('user')
    // Whoever was removed or demoted a moment ago does nothing any more.
    const host = await database.consoleUsers.hold(desk, id)
    if (!host || !hasRole(host.role, role)) throw new AppError('CONSOLE_ROLE_MISSING')
    await check?.(database)
    const inside = { ...deps, database }
    const made = await createConsoleInvite(inside, tenantId, input)
    await recordAuditEvent(inside, {
      tenantId,
      actor: toConsoleActor(id),
      action: 'console_invite.create',
      subjectId: made.invite.id,
      ...readOrigin(c, deps),
    })
    return made
  })
  if (email) await mailInvite(deps, created, email)
  return { url: created.url, expires_on: toTime(created.invite.expiresOn) }
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
