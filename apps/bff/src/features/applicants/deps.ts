import type { Sealer } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import type { ApplicantsRepo } from './applicants-repo.ts'

export interface ApplicantsRepositories {
  applicants: ApplicantsRepo
}

export interface ApplicantsDeps {
  database: Database<ApplicantsRepositories>
  sealer: Sealer
  now: () => Date
  /** Origin of every address handed out, no trailing slash. */
  publicUrl: string
}
