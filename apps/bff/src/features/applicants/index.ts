/** The partner's users. */

export { toApplicantView } from './applicant-view.ts'
export { type Applicant, type ApplicantTables, applicantsRepo } from './applicants-repo.ts'
export type { ApplicantsDeps, ApplicantsRepositories } from './deps.ts'
export { eraseApplicant } from './erase.ts'
export { listApplicants } from './list-applicants.ts'
export { lockApplicant } from './lock-applicant.ts'
export { APPLICANT_ENDPOINTS } from './routes.ts'
