import { given, link, times } from '../../http/view-parts.ts'
import type { Applicant } from './applicants-repo.ts'

/** An applicant as Checkout.com's wire object. */
export const toApplicantView = (publicUrl: string, applicant: Applicant) => ({
  id: applicant.id,
  ...times(applicant),
  ...given('external_applicant_id', applicant.externalApplicantId),
  ...given('email', applicant.email),
  ...given('external_applicant_name', applicant.externalApplicantName),
  _links: { self: link(`${publicUrl}/applicants/${applicant.id}`) },
})
