import { toResponseCodes } from '@visavis/shared/response-codes'
import type { WebhookEventType } from '@visavis/shared/webhook-events'
import type { Applicant } from '../applicants/index.ts'
import { recordEvent } from '../webhooks/index.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'

interface EmitEventInput {
  /** As it is now that the event has happened. */
  authentication: FaceAuthentication
  /** Whose it is, when that is known already. */
  applicant?: Applicant | undefined
  type: WebhookEventType
  now: Date
}

/** Tells the partner of a step of a face authentication, in the transaction that makes it. */
export const emitEvent = async (
  repositories: AuthenticationsRepositories,
  { authentication, applicant: known, type, now }: EmitEventInput,
): Promise<void> => {
  const { tenantId } = authentication
  const applicant = known ?? (await repositories.applicants.get(tenantId, authentication.applicantId))
  const externalId = applicant?.externalApplicantId
  await recordEvent(repositories, {
    tenantId,
    type,
    payload: {
      applicant_id: authentication.applicantId,
      ...(externalId ? { external_applicant_id: externalId } : {}),
      status: authentication.status,
      face_authentication_id: authentication.id,
      response_codes: toResponseCodes(authentication.responseCodes),
      user_journey_id: authentication.userJourneyId,
    },
    createdOn: now,
  })
}
