/** The partner's users. */

export { toApplicantView } from './applicant-view.ts'
export { type Applicant, applicantsRepo } from './applicants-repo.ts'
export type { ApplicantsDeps, ApplicantsRepositories } from './deps.ts'
export { lockApplicant } from './lock-applicant.ts'
export { APPLICANT_ENDPOINTS } from './routes.ts'
