import { AppError } from '@visavis/shared/errors'
import { lockoutStateSchema } from '@visavis/shared/partner-answers'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { link, toTime } from '../../http/view-parts.ts'
import type { AuthenticationsDeps } from './deps.ts'
import { findHindrance, type Lockout } from './lockout-rules.ts'

const lockouts = {
  tag: 'Applicants',
  scope: 'applicant:*',
  path: '/applicants/{applicantId}/lockout',
} as const

/** What their declines have led to, and the way out of it. */
export const LOCKOUT_ENDPOINTS = [
  partnerEndpoint(
    {
      ...lockouts,
      method: 'get',
      id: 'getApplicantLockout',
      summary: 'Read whether an applicant is locked',
      answers: {
        200: { description: 'The declines that count, and what they led to', schema: lockoutStateSchema },
      },
    },
    (deps: AuthenticationsDeps, { tenantId, params }) => readLockout(deps, tenantId, params.applicantId),
  ),
  partnerEndpoint(
    {
      ...lockouts,
      method: 'delete',
      id: 'unlockApplicant',
      audit: { action: 'applicant.unlock', subject: 'applicantId' },
      summary: 'Unlock an applicant',
      description: 'Ends a lock or a delay, and forgets the declines that led to it.',
      answers: { 204: { description: 'Nothing is in the way of the next try' } },
    },
    async (deps: AuthenticationsDeps, { tenantId, params }) => {
      await assertKnown(deps, tenantId, params.applicantId)
      await deps.database.lockouts.delete(tenantId, params.applicantId)
    },
  ),
]

/** @throws AppError NOT_FOUND */
export const readLockout = async (deps: AuthenticationsDeps, tenantId: string, applicantId: string) => {
  await assertKnown(deps, tenantId, applicantId)
  return toLockoutView(deps, applicantId, await deps.database.lockouts.get(tenantId, applicantId))
}

const assertKnown = async ({ database }: AuthenticationsDeps, tenantId: string, applicantId: string) => {
  if (!(await database.applicants.get(tenantId, applicantId))) throw new AppError('NOT_FOUND')
}

const toLockoutView = ({ publicUrl, now }: AuthenticationsDeps, applicantId: string, lockout: Lockout) => {
  const hindrance = findHindrance(lockout, now())
  const applicant = `${publicUrl}/applicants/${applicantId}`
  return {
    applicant_id: applicantId,
    status: ({ locked: 'LOCKED', delayed: 'DELAYED', none: 'OPEN' } as const)[hindrance?.kind ?? 'none'],
    ...(hindrance ? { until: toTime(hindrance.until) } : {}),
    declines: lockout.declinedOn.map(toTime),
    _links: { self: link(`${applicant}/lockout`), applicant: link(applicant) },
  }
}
