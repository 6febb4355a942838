/** Rows as Checkout.com's wire objects. Fields without a value are left out, never `null`. */
import { toResponseCodes } from '@visavis/shared/response-codes'
import type { Applicant, Attempt, Face, FaceAuthentication, Page, Paged } from '../../storage/db/types.ts'

/** ISO 8601 UTC, whole seconds: `2025-07-21T17:32:28Z`. */
const toTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

const times = (row: { createdOn: Date; modifiedOn: Date }) => ({
  created_on: toTime(row.createdOn),
  modified_on: toTime(row.modifiedOn),
})

const link = (href: string) => ({ href })

const given = <Key extends string>(key: Key, value: string | null) =>
  value === null ? {} : ({ [key]: value } as Record<Key, string>)

export const toApplicantView = (publicUrl: string, applicant: Applicant) => ({
  id: applicant.id,
  ...times(applicant),
  ...given('external_applicant_id', applicant.externalApplicantId),
  ...given('email', applicant.email),
  ...given('external_applicant_name', applicant.externalApplicantName),
  _links: { self: link(`${publicUrl}/applicants/${applicant.id}`) },
})

export const toFaceView = (publicUrl: string, face: Face) => ({
  id: face.id,
  ...times(face),
  applicant_id: face.applicantId,
  status: face.status,
  _links: {
    self: link(`${publicUrl}/applicants/${face.applicantId}/faces/${face.id}`),
    applicant: link(`${publicUrl}/applicants/${face.applicantId}`),
  },
})

export const toFaceAuthenticationView = (publicUrl: string, authentication: FaceAuthentication) => ({
  id: authentication.id,
  ...times(authentication),
  applicant_id: authentication.applicantId,
  user_journey_id: authentication.userJourneyId,
  status: authentication.status,
  response_codes: toResponseCodes(authentication.responseCodes),
  risk_labels: authentication.riskLabels,
  _links: {
    self: link(`${publicUrl}/face-authentications/${authentication.id}`),
    applicant: link(`${publicUrl}/applicants/${authentication.applicantId}`),
  },
})

/** `verificationUrl` is known only in the moment an attempt is created: its token is stored hashed. */
export const toAttemptView = (publicUrl: string, attempt: Attempt, verificationUrl?: string) => {
  const client = {
    ...given('pre_selected_residence_country', attempt.residenceCountry),
    ...given('pre_selected_language', attempt.language),
  }
  return {
    id: attempt.id,
    ...times(attempt),
    status: attempt.status,
    response_codes: toResponseCodes(attempt.responseCodes),
    redirect_url: attempt.redirectUrl,
    ...(Object.keys(client).length > 0 ? { client_information: client } : {}),
    ...(attempt.ipAddress ? { applicant_session_information: { ip_address: attempt.ipAddress } } : {}),
    _links: {
      self: link(`${publicUrl}/face-authentications/${attempt.faceAuthenticationId}/attempts/${attempt.id}`),
      ...(verificationUrl ? { verification_url: link(verificationUrl) } : {}),
    },
  }
}

export const toAttemptListView = (
  publicUrl: string,
  faceAuthenticationId: string,
  { totalCount, rows }: Paged<Attempt>,
  { skip, limit }: Page,
) => {
  const path = `${publicUrl}/face-authentications/${faceAuthenticationId}/attempts`
  const at = (from: number) => link(`${path}?skip=${from}&limit=${limit}`)
  return {
    total_count: totalCount,
    skip,
    limit,
    data: rows.map((row) => toAttemptView(publicUrl, row)),
    _links: {
      self: at(skip),
      ...(skip + limit < totalCount ? { next: at(skip + limit) } : {}),
      ...(skip > 0 ? { previous: at(Math.max(0, skip - limit)) } : {}),
    },
  }
}
