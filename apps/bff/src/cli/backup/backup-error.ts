import { CliError } from '../cli-error.ts'

export type BackupProblem =
  | 'file_exists'
  | 'file_unreadable'
  /** Something else, cut off, or altered. */
  | 'not_a_backup'
  /** Of another version than can be read here. */
  | 'version_unknown'
  | 'master_key_missing'
  | 'target_not_empty'
  | 'pgvector_missing'
  /** The database is not one of a Visavis of this version or before. */
  | 'database_unfit'
  /** What was copied changed in the meantime. */
  | 'changed_meanwhile'

/** Why nothing was backed up or restored. */
export class BackupError extends CliError {
  readonly problem: BackupProblem

  constructor(problem: BackupProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.problem = problem
  }
}
