import { AppError } from '@visavis/shared/errors'
import type { ProviderSettings, UpdateUserJourney } from '@visavis/shared/user-journeys'
import type { Sealer } from '../../storage/assets/types.ts'
import type { JourneyDeps } from './create-user-journey.ts'
import { listJourneyMistakes } from './journey-mistakes.ts'
import { listNewMistakes } from './new-mistakes.ts'
import { mergeProviderSettings, openProviderSettings, sealProviderSettings } from './provider-settings.ts'
import type { UserJourney } from './user-journeys-repo.ts'

interface UpdateUserJourneyInput {
  tenantId: string
  id: string
  change: UpdateUserJourney
}

/**
 * Attempts that are under way see the change at their next step. What does not change is not checked again.
 * @throws AppError NOT_FOUND, REQUEST_INVALID as `createUserJourney` does
 */
export const updateUserJourney = (
  { database, sealer, providers, now, ...rules }: JourneyDeps,
  { tenantId, id, change }: UpdateUserJourneyInput,
): Promise<UserJourney> =>
  database.transaction(async ({ userJourneys, retiredSettings }) => {
    const before = await userJourneys.lock(tenantId, id)
    if (!before) throw new AppError('NOT_FOUND')
    const known = toKnownSettings(sealer, before, change)
    const settings = mergeProviderSettings(known, change.provider_settings ?? {})
    const columns = {
      ...toColumns(before, change),
      ...sealProviderSettings(sealer, { tenantId, id }, settings),
    }
    const check = (journey: typeof columns | UserJourney, settings: ProviderSettings) => ({
      columns: journey,
      settings,
      mistakes: listJourneyMistakes(journey, settings, providers.find(journey.provider), rules),
    })
    const errorCodes = listNewMistakes(check(before, known), check(columns, settings))
    if (errorCodes.length > 0) throw new AppError('REQUEST_INVALID', { errorCodes })
    const modifiedOn = now()
    await userJourneys.update(tenantId, id, columns, modifiedOn)
    // What the vendor before still holds has to be read and erased there, with its own credentials.
    if (columns.provider !== before.provider) {
      const { provider, providerSettingsSealed: settingsSealed } = before
      await retiredSettings.put({
        tenantId,
        userJourneyId: id,
        provider,
        settingsSealed,
        retiredOn: modifiedOn,
      })
    }
    return { ...before, ...columns, modifiedOn }
  })

const toColumns = (before: UserJourney, change: UpdateUserJourney) => ({
  name: change.name ?? before.name,
  provider: change.provider ?? before.provider,
  allowedRedirectUrls: change.allowed_redirect_urls ?? before.allowedRedirectUrls,
  allowedFrameOrigins: change.allowed_frame_origins ?? before.allowedFrameOrigins,
  theme: change.theme ?? before.theme,
  locale: change.locale === undefined ? before.locale : change.locale,
  retryLimit: change.retry_limit ?? before.retryLimit,
  minimumMatchLevel: change.minimum_match_level ?? before.minimumMatchLevel,
  livenessPolicy: change.liveness_policy ?? before.livenessPolicy,
  livenessStepUp: change.liveness_step_up === undefined ? before.livenessStepUp : change.liveness_step_up,
  enrolmentMatch: change.enrolment_match ?? before.enrolmentMatch,
  photoUpload: change.photo_upload === undefined ? before.photoUpload : change.photo_upload,
  replayCheck: change.replay_check ?? before.replayCheck,
  lockout: change.lockout === undefined ? before.lockout : change.lockout,
  review: change.review ?? before.review,
  reviewFourEyes: change.review_four_eyes ?? before.reviewFourEyes,
  retentionDays: change.retention_days ?? before.retentionDays,
  metadataRetentionDays:
    change.metadata_retention_days === undefined
      ? before.metadataRetentionDays
      : change.metadata_retention_days,
  livenessEvidenceDays: change.liveness_evidence_days ?? before.livenessEvidenceDays,
  faceVideo: change.face_video ?? before.faceVideo,
  oneToN: change.one_to_n ?? before.oneToN,
  alternativeUrl: change.alternative_url === undefined ? before.alternativeUrl : change.alternative_url,
  consentNotice: change.consent_notice === undefined ? before.consentNotice : change.consent_notice,
  handoff: change.handoff ?? before.handoff,
  copy: change.copy ?? before.copy,
  thresholds: change.thresholds ?? before.thresholds,
})

/** The credentials of one vendor are never handed to another one. */
const toKnownSettings = (
  sealer: Sealer,
  before: UserJourney,
  { provider }: UpdateUserJourney,
): ProviderSettings =>
  provider === undefined || provider === before.provider ? openProviderSettings(sealer, before) : {}
