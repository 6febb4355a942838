/** What the audit log says and is asked. */
import * as z from 'zod'
import { answerTime, idOf } from './answers.ts'
import { LOOK_REASONS } from './look-reasons.ts'

/** What was asked for, and granted; `deny`: refused, by the console. Before the dot stands what kind of thing it was done to. */
export const AUDIT_ACTIONS = [
  'applicant.anonymize',
  'applicant.export',
  'applicant.unlock',
  'applicant.update',
  'attempt.export',
  'console_invite.create',
  'console_invite.deny',
  'console_invite.revoke',
  'console_user.create',
  'console_user.delete',
  'console_user.deny',
  'console_user.sign_in',
  'console_user.sign_out',
  'console_user.step_up',
  'console_user.switch',
  'console_user.update',
  'event.export',
  'face.activate',
  'face.add',
  'face.delete',
  'face.export',
  'face.review',
  'face.update',
  'face_authentication.anonymize',
  'face_authentication.export',
  'face_authentication.review',
  'face_enrollment.create',
  'indexed_face.add',
  'indexed_face.delete',
  'indexed_face.search',
  'key.create',
  'key.delete',
  'oauth_client.create',
  'oauth_client.delete',
  'picture.allow',
  'picture.ask',
  'picture.deny',
  'picture.read',
  'picture.refuse',
  'tenant.update',
  'test_tenant.create',
  'user_journey.create',
  'user_journey.test',
  'user_journey.update',
  'webhook_delivery.redeliver',
  'webhook_endpoint.create',
  'webhook_endpoint.delete',
  'webhook_endpoint.test',
  'webhook_endpoint.update',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** The others: why a sign-in through the operator's provider was refused. */
export const AUDIT_REASONS = [
  'answer_refused',
  'email_unverified',
  'login_stale',
  'other_account',
  'replayed',
  'state_wrong',
  ...LOOK_REASONS,
] as const
export type AuditReason = (typeof AUDIT_REASONS)[number]

/** `terminal` is the operator's. */
export const AUDIT_ACTORS = ['key', 'oauth_client', 'console_user', 'terminal'] as const
export type AuditActorType = (typeof AUDIT_ACTORS)[number]

export const auditEventSchema = z
  .object({
    id: idOf('auditEvent'),
    number: z.int().min(1).meta({ description: "Its place in the tenant's chain." }),
    created_on: answerTime,
    action: z.enum(AUDIT_ACTIONS),
    actor: z.object({
      type: z.enum(AUDIT_ACTORS),
      id: z.string().optional().meta({
        description:
          'Of the key, client or console user. Of `picture.read`: the one that was given the address.',
      }),
    }),
    subject: z.object({
      type: z.string(),
      id: z.string().optional().meta({ description: 'Absent: an export, or a search that found nobody.' }),
    }),
    client_address: z.string().optional(),
    request_id: z.string().optional(),
    reason: z.enum(AUDIT_REASONS).optional().meta({
      description:
        'Of `console_user.deny` at single sign-on: why it was refused. Of `picture.ask`, `.allow` and `.refuse`: why somebody wants to look.',
    }),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256 over this entry and the one before.' }),
  })
  .meta({ id: 'AuditEvent' })
