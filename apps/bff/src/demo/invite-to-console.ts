import { recordAuditEvent, TERMINAL } from '../features/audit/index.ts'
import { type ConsoleRepositories, createConsoleInvite } from '../features/console/index.ts'
import type { Database } from '../storage/database.ts'

interface InviteDeps {
  database: Database<ConsoleRepositories>
  now: () => Date
  consoleUrl: string
}

/** For whoever tries the demo: a new link at each start. */
export const inviteToConsole = async (deps: InviteDeps, tenantId: string): Promise<string> => {
  const { invite, url } = await createConsoleInvite(deps, tenantId, { role: 'admin', name: 'Demo' })
  const subjectId = invite.id
  await recordAuditEvent(deps, { tenantId, actor: TERMINAL, action: 'console_invite.create', subjectId })
  return url
}
