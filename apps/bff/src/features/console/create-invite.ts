import { type createConsoleInviteSchema, emailKeyOf } from '@visavis/shared/console-api'
import type { DeskRole } from '@visavis/shared/console-roles'
import { newId } from '@visavis/shared/ids'
import type * as z from 'zod'
import type { AuditDeps } from '../audit/index.ts'
import { createCaptureToken } from '../links/index.ts'
import type { ConsoleInvite, ConsoleInvitesRepo } from './console-invites-repo.ts'
import { INVITE_LIFETIME_MS } from './session-rules.ts'

interface InviteDeps {
  database: { consoleInvites: ConsoleInvitesRepo }
  now: AuditDeps['now']
  consoleUrl: string
}

/** At the installation's own desk, an operator is invited the same way. */
export type InviteInput = Omit<z.output<typeof createConsoleInviteSchema>, 'role'> & { role: DeskRole }

/** What has run out is remembered for so long: until then it is told whose link it was that somebody tried. */
const REMEMBERED_MS = 30 * 24 * 60 * 60_000

/** @returns the link with its secret, which is told this once: only its hash is kept, and a fragment reaches no server's log */
export const createConsoleInvite = async (
  { database, now, consoleUrl }: InviteDeps,
  tenantId: string,
  { role, name, email }: InviteInput,
): Promise<{ invite: ConsoleInvite; url: string }> => {
  const { token, hash: tokenHash } = createCaptureToken()
  const createdOn = now()
  const expiresOn = new Date(createdOn.getTime() + INVITE_LIFETIME_MS)
  const id = newId('consoleInvite')
  const invite = {
    id,
    tenantId,
    role,
    name,
    email: email === undefined ? null : emailKeyOf(email),
    tokenHash,
    expiresOn,
    usedOn: null,
    createdOn,
  }
  await database.consoleInvites.deleteExpired(tenantId, new Date(createdOn.getTime() - REMEMBERED_MS))
  await database.consoleInvites.insert(invite)
  return { invite, url: `${consoleUrl}/console/invite#${token}` }
}
