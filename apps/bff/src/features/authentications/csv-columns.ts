import type { faceAuthenticationSchema, listedAttemptSchema } from '@visavis/shared/partner-answers'
import type * as z from 'zod'
import type { CsvColumns } from '../exports/index.ts'

type FaceAuthenticationView = Omit<z.output<typeof faceAuthenticationSchema>, 'risk_labels'> & {
  risk_labels: readonly string[]
}

const toCodes = (codes: FaceAuthenticationView['response_codes']): string =>
  codes.map(({ code }) => code).join(' ')

export const FACE_AUTHENTICATION_CSV: CsvColumns<FaceAuthenticationView> = {
  id: (view) => view.id,
  created_on: (view) => view.created_on,
  modified_on: (view) => view.modified_on,
  applicant_id: (view) => view.applicant_id,
  user_journey_id: (view) => view.user_journey_id,
  status: (view) => view.status,
  response_codes: (view) => toCodes(view.response_codes),
  risk_labels: (view) => view.risk_labels.join(' '),
}

export const ATTEMPT_CSV: CsvColumns<z.output<typeof listedAttemptSchema>> = {
  id: (view) => view.id,
  created_on: (view) => view.created_on,
  modified_on: (view) => view.modified_on,
  face_authentication_id: (view) => view.face_authentication_id,
  applicant_id: (view) => view.applicant_id,
  status: (view) => view.status,
  response_codes: (view) => toCodes(view.response_codes),
  source: (view) => view.source,
  match_level: (view) => view.details?.match_level,
  minimum_match_level: (view) => view.details?.minimum_match_level,
  liveness: (view) => view.details?.liveness?.result,
  retry_reasons: (view) => view.details?.retry_reasons?.map(({ reason }) => reason).join(' '),
  browser: (view) => view.details?.browser?.name,
  browser_version: (view) => view.details?.browser?.version,
  system: (view) => view.details?.system,
  device: (view) => view.details?.device,
  surface: (view) => view.details?.surface,
  locale: (view) => view.locale,
  ip_address: (view) => view.applicant_session_information?.ip_address,
}
