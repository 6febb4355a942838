import { given, link, times } from '../../http/view-parts.ts'
import type { UserJourney } from './user-journeys-repo.ts'

/** Credentials are never shown: only which settings there are. */
export const toUserJourneyView = (publicUrl: string, journey: UserJourney) => ({
  id: journey.id,
  ...times(journey),
  name: journey.name,
  provider: journey.provider,
  provider_setting_keys: journey.providerSettingKeys,
  allowed_redirect_urls: journey.allowedRedirectUrls,
  allowed_frame_origins: journey.allowedFrameOrigins,
  theme: journey.theme,
  ...given('locale', journey.locale),
  retry_limit: journey.retryLimit,
  minimum_match_level: journey.minimumMatchLevel,
  liveness_policy: journey.livenessPolicy,
  ...(journey.livenessStepUp ? { liveness_step_up: journey.livenessStepUp } : {}),
  enrolment_match: journey.enrolmentMatch,
  ...(journey.photoUpload ? { photo_upload: journey.photoUpload } : {}),
  replay_check: journey.replayCheck,
  ...(journey.lockout ? { lockout: journey.lockout } : {}),
  retention_days: journey.retentionDays,
  ...(journey.metadataRetentionDays ? { metadata_retention_days: journey.metadataRetentionDays } : {}),
  liveness_evidence_days: journey.livenessEvidenceDays,
  face_video: journey.faceVideo,
  one_to_n: journey.oneToN,
  ...given('alternative_url', journey.alternativeUrl),
  handoff: journey.handoff,
  copy: journey.copy,
  thresholds: journey.thresholds,
  _links: { self: link(`${publicUrl}/user-journeys/${journey.id}`) },
})
