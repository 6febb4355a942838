import type { CreateUserJourney } from '@visavis/shared/user-journeys'
import type { ProviderCapabilities } from '../../providers/types.ts'
import type { UserJourney } from './user-journeys-repo.ts'

/**
 * The row of a new journey, without provider settings: those are sealed under its id.
 * @param capabilities of its provider; `undefined` when there is no such provider
 */
export const newUserJourney = (
  { id, tenantId, createdOn }: Pick<UserJourney, 'id' | 'tenantId' | 'createdOn'>,
  input: Omit<CreateUserJourney, 'provider_settings'>,
  capabilities: Pick<ProviderCapabilities, 'defaultLiveness'> | undefined,
): UserJourney => ({
  id,
  tenantId,
  name: input.name,
  provider: input.provider,
  allowedRedirectUrls: input.allowed_redirect_urls,
  allowedFrameOrigins: input.allowed_frame_origins,
  theme: input.theme,
  locale: input.locale,
  retryLimit: input.retry_limit,
  minimumMatchLevel: input.minimum_match_level,
  livenessPolicy: input.liveness_policy ?? capabilities?.defaultLiveness ?? 'none',
  livenessStepUp: input.liveness_step_up,
  enrolmentMatch: input.enrolment_match,
  photoUpload: input.photo_upload,
  replayCheck: input.replay_check,
  lockout: input.lockout,
  review: input.review,
  reviewFourEyes: input.review_four_eyes,
  retentionDays: input.retention_days,
  metadataRetentionDays: input.metadata_retention_days,
  livenessEvidenceDays: input.liveness_evidence_days,
  faceVideo: input.face_video,
  oneToN: input.one_to_n,
  alternativeUrl: input.alternative_url,
  consentNotice: input.consent_notice,
  handoff: input.handoff,
  copy: input.copy,
  thresholds: input.thresholds,
  providerSettingsSealed: null,
  providerSettingKeys: [],
  createdOn,
  modifiedOn: createdOn,
})
