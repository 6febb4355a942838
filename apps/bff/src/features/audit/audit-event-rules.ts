import type { AuditAction, AuditActorType, AuditReason } from '@visavis/shared/audit'

export interface AuditActor {
  type: AuditActorType
  /** Of the key, client or console user, never a secret; `null` at the terminal. */
  id: string | null
}

/** An entry as its hash covers it. Nothing in it is about the applicant but ids. */
export interface AuditContent {
  id: string
  tenantId: string
  actorType: AuditActorType
  actorId: string | null
  action: AuditAction
  /** `null`: an export, or a search that found nobody. */
  subjectId: string | null
  createdOn: Date
  /** Of the server that called, or of whoever opened a picture; `null` at the terminal. */
  clientAddress: string | null
  requestId: string | null
  /** Why something was refused, where there is more to say than the action does. */
  reason: AuditReason | null
}

export const TERMINAL: AuditActor = { type: 'terminal', id: null }

/** @param id of an API key, an OAuth client, or a console user who calls as one */
export const toCredentialActor = (id: string): AuditActor => ({
  type: id.startsWith('key_') ? 'key' : id.startsWith('cusr_') ? 'console_user' : 'oauth_client',
  id,
})

/** @param id `null`: nobody was signed in */
export const toConsoleActor = (id: string | null): AuditActor => ({ type: 'console_user', id })

/** What kind of thing it was done to. */
export const toSubjectType = (action: AuditAction): string => action.slice(0, action.indexOf('.'))

/** The text whose bytes are hashed behind the hash before it. Its forms never change: what has no reason is told as it was before there were any. */
export const toAuditText = (event: AuditContent): string =>
  JSON.stringify([
    event.reason === null ? 'visavis audit event v1' : 'visavis audit event v2',
    event.id,
    event.tenantId,
    event.actorType,
    event.actorId,
    event.action,
    event.subjectId,
    event.createdOn.toISOString(),
    event.clientAddress,
    event.requestId,
    ...(event.reason === null ? [] : [event.reason]),
  ])
