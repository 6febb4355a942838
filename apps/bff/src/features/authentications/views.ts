/** Rows as Checkout.com's wire objects. Fields without a value are left out, never `null`. */
import { toResponseCodes } from '@visavis/shared/response-codes'
import { given, link, mode, times, toTime } from '../../http/view-parts.ts'
import type { AssetOf } from '../pictures/index.ts'
import { type ShownReview, toReviewView } from '../reviews/index.ts'
import { toAttemptDetails } from './attempt-details.ts'
import type { CreatedFaceAuthentication } from './create-face-authentication.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import type { ListedAttempt, ReadAttempt } from './read-attempt-statements.ts'
import type { ListedAsset } from './read-attempts.ts'

/** `imageUrl`: signed address of the picture decided on. */
export const toFaceAuthenticationView = (
  publicUrl: string,
  authentication: FaceAuthentication,
  { imageUrl, review }: { imageUrl?: string | undefined; review?: ShownReview | undefined } = {},
) => ({
  id: authentication.id,
  ...times(authentication),
  ...mode(authentication),
  applicant_id: authentication.applicantId,
  user_journey_id: authentication.userJourneyId,
  status: authentication.status,
  response_codes: toResponseCodes(authentication.responseCodes),
  risk_labels: authentication.riskLabels,
  ...(review ? { review: toReviewView(review) } : {}),
  ...(imageUrl ? { face: { image_signed_url: imageUrl } } : {}),
  _links: {
    self: link(`${publicUrl}/face-authentications/${authentication.id}`),
    applicant: link(`${publicUrl}/applicants/${authentication.applicantId}`),
  },
})

/** What is wrong with the faces to compare with is told in the moment a face authentication is asked for. */
export const toCreatedFaceAuthenticationView = (
  publicUrl: string,
  { referenceStatus, ...authentication }: CreatedFaceAuthentication,
) => ({
  ...toFaceAuthenticationView(publicUrl, authentication),
  ...given('reference_status', referenceStatus ?? null),
})

interface AttemptSecrets {
  verificationUrl?: string
  digitString?: string
}

/** The secrets are known only in the moment an attempt is created: they are stored hashed. */
export const toAttemptView = (
  publicUrl: string,
  { attempt, decision }: ReadAttempt,
  { verificationUrl, digitString }: AttemptSecrets = {},
) => {
  const client = {
    ...given('pre_selected_residence_country', attempt.residenceCountry),
    ...given('pre_selected_language', attempt.language),
  }
  const details = toAttemptDetails(attempt, decision)
  return {
    id: attempt.id,
    ...times(attempt),
    ...mode(attempt),
    status: attempt.status,
    response_codes: toResponseCodes(attempt.responseCodes),
    redirect_url: attempt.redirectUrl,
    ...(Object.keys(client).length > 0 ? { client_information: client } : {}),
    ...(attempt.ipAddress ? { applicant_session_information: { ip_address: attempt.ipAddress } } : {}),
    ...given('locale', attempt.locale),
    ...(attempt.source ? { source: attempt.source } : {}),
    ...(details ? { details } : {}),
    ...(digitString ? { digit_string: digitString } : {}),
    _links: {
      self: link(`${publicUrl}/face-authentications/${attempt.faceAuthenticationId}/attempts/${attempt.id}`),
      ...(verificationUrl ? { verification_url: link(verificationUrl) } : {}),
    },
  }
}

/** Among others, with what it belongs to. */
export const toListedAttemptView = (publicUrl: string, listed: ListedAttempt) => ({
  ...toAttemptView(publicUrl, listed),
  face_authentication_id: listed.attempt.faceAuthenticationId,
  applicant_id: listed.authentication.applicantId,
})

/** `assetUrl`: its signed address. */
export const toAssetView = (asset: ListedAsset, assetUrl: string) => ({
  type: asset.type,
  ...(asset.source ? { source: asset.source } : {}),
  ...(asset.quality ? { quality: asset.quality } : {}),
  _links: { asset_url: link(assetUrl) },
})

/** What was judged of a turn of the head. */
export const toEvidenceView = ({ type, createdOn }: AssetOf<'turn_filmstrip'>, assetUrl: string) => ({
  type,
  created_on: toTime(createdOn),
  _links: { asset_url: link(assetUrl) },
})
