import { newId } from '@visavis/shared/ids'
import type { TemplateFailure } from '@visavis/shared/webhook-events'
import type { DomainEvent } from '../webhooks/index.ts'
import type { Face } from './faces-repo.ts'

/** What the partner is told of a face of which the present recognition model can make nothing. */
export const toEnrollmentRequired = (
  { id: faceId, tenantId, applicantId }: Face,
  applicant: { externalApplicantId: string | null } | undefined,
  reason: TemplateFailure,
  createdOn: Date,
): DomainEvent => ({
  id: newId('event'),
  tenantId,
  type: 'face_enrollment_required',
  payload: {
    applicant_id: applicantId,
    ...(applicant?.externalApplicantId ? { external_applicant_id: applicant.externalApplicantId } : {}),
    face_id: faceId,
    reason,
  },
  createdOn,
})
