import type { faceSchema } from '@visavis/shared/face-answers'
import { MAX_FACES_PER_APPLICANT, MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from '@visavis/shared/limits'
import { toResponseCodes } from '@visavis/shared/response-codes'
import { FACE_SOURCES } from '@visavis/shared/statuses'
import type * as z from 'zod'
import { given, link, mode, times, toTime } from '../../http/view-parts.ts'
import type { VendorFace } from '../../providers/vendor-faces.ts'
import type { CsvColumns } from '../exports/index.ts'
import { toConsentView } from '../links/index.ts'
import { type Review, toReviewView } from '../reviews/index.ts'
import type { EnrollmentRows } from './enrolments/advance-enrollment.ts'
import type { Face } from './faces-repo.ts'
import type { Readiness } from './read-readiness.ts'

/** `review`: that of a face by link which was not vouched for. */
export const toFaceView = (publicUrl: string, face: Face, review?: Review) => ({
  id: face.id,
  ...times(face),
  ...mode(face),
  applicant_id: face.applicantId,
  status: face.status,
  provider: face.provider,
  source: face.source,
  ...given('attempt_id', face.sourceAttemptId),
  ...given('vendor_reference', face.vendorReference),
  ...given('expires_on', face.expiresOn && toTime(face.expiresOn)),
  ...(review ? { review: toReviewView(review) } : {}),
  _links: {
    self: link(`${publicUrl}/applicants/${face.applicantId}/faces/${face.id}`),
    applicant: link(`${publicUrl}/applicants/${face.applicantId}`),
  },
})

export const FACE_COLUMNS: CsvColumns<z.output<typeof faceSchema>> = {
  id: (view) => view.id,
  created_on: (view) => view.created_on,
  modified_on: (view) => view.modified_on,
  applicant_id: (view) => view.applicant_id,
  status: (view) => view.status,
  provider: (view) => view.provider,
  source: (view) => view.source,
  attempt_id: (view) => view.attempt_id,
  vendor_reference: (view) => view.vendor_reference,
  expires_on: (view) => view.expires_on,
}

export const toActivationView = (activation: VendorFace['activation']) =>
  activation
    ? {
        activation: {
          ...given('url', activation.url ?? null),
          ...given('qr_code', activation.qrCode ?? null),
        },
      }
    : {}

/** What a face upload must satisfy. */
export const toFaceSettingsView = (
  publicUrl: string,
  applicantId: string,
  faceLifetimeDays: number | null,
) => ({
  media_types: ['image/jpeg', 'image/png'],
  max_image_bytes: MAX_IMAGE_BYTES,
  max_image_pixels: MAX_IMAGE_PIXELS,
  max_faces: MAX_FACES_PER_APPLICANT,
  sources: FACE_SOURCES,
  ...(faceLifetimeDays === null ? {} : { default_lifetime_days: faceLifetimeDays }),
  _links: { self: link(`${publicUrl}/applicants/${applicantId}/face-settings`) },
})

export const toReadinessView = (publicUrl: string, applicantId: string, status: Readiness) => ({
  applicant_id: applicantId,
  status,
  _links: {
    self: link(`${publicUrl}/applicants/${applicantId}/face-authentication-status`),
    applicant: link(`${publicUrl}/applicants/${applicantId}`),
  },
})

/** `verificationUrl` is known only in the moment a link is made: its token is stored hashed. */
export const toFaceEnrollmentView = (
  publicUrl: string,
  { face, enrollment }: EnrollmentRows,
  verificationUrl?: string,
) => {
  const applicant = `${publicUrl}/applicants/${face.applicantId}`
  return {
    id: enrollment.id,
    ...times(enrollment),
    ...mode(enrollment),
    applicant_id: face.applicantId,
    face_id: face.id,
    ...given('user_journey_id', enrollment.userJourneyId),
    status: enrollment.status,
    response_codes: toResponseCodes(enrollment.responseCodes),
    redirect_url: enrollment.redirectUrl,
    ...given('locale', enrollment.locale),
    ...(enrollment.source ? { source: enrollment.source } : {}),
    ...(enrollment.consentOn
      ? { consent: toConsentView('enrolment', enrollment.consentOn, enrollment.consent) }
      : {}),
    expires_on: toTime(enrollment.expiresOn),
    _links: {
      self: link(`${applicant}/face-enrollments/${enrollment.id}`),
      applicant: link(applicant),
      face: link(`${applicant}/faces/${face.id}`),
      ...(verificationUrl ? { verification_url: link(verificationUrl) } : {}),
    },
  }
}
