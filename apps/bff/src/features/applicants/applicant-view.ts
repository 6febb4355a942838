import type { applicantSchema } from '@visavis/shared/partner-answers'
import type * as z from 'zod'
import { given, link, mode, times } from '../../http/view-parts.ts'
import type { CsvColumns } from '../exports/index.ts'
import type { Applicant } from './applicants-repo.ts'

/** An applicant as Checkout.com's wire object. */
export const toApplicantView = (publicUrl: string, applicant: Applicant) => ({
  id: applicant.id,
  ...times(applicant),
  ...mode(applicant),
  ...given('external_applicant_id', applicant.externalApplicantId),
  ...given('email', applicant.email),
  ...given('external_applicant_name', applicant.externalApplicantName),
  _links: { self: link(`${publicUrl}/applicants/${applicant.id}`) },
})

export const APPLICANT_COLUMNS: CsvColumns<z.output<typeof applicantSchema>> = {
  id: (view) => view.id,
  created_on: (view) => view.created_on,
  modified_on: (view) => view.modified_on,
  external_applicant_id: (view) => view.external_applicant_id,
  external_applicant_name: (view) => view.external_applicant_name,
  email: (view) => view.email,
}
