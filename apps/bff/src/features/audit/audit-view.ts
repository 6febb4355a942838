import { given, toTime } from '../../http/view-parts.ts'
import { toSubjectType } from './audit-event-rules.ts'
import type { AuditEvent } from './audit-events-repo.ts'

export const toAuditEventView = (event: AuditEvent) => ({
  id: event.id,
  number: event.number,
  created_on: toTime(event.createdOn),
  action: event.action,
  actor: { type: event.actorType, ...given('id', event.actorId) },
  subject: { type: toSubjectType(event.action), ...given('id', event.subjectId) },
  ...given('client_address', event.clientAddress),
  ...given('request_id', event.requestId),
  ...given('reason', event.reason),
  hash: Buffer.from(event.hash).toString('hex'),
})
