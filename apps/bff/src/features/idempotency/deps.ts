import type { Logger } from 'pino'
import type { Sealer } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import type { IdempotencyKeysRepo } from './idempotency-keys-repo.ts'

export interface IdempotencyRepositories {
  idempotencyKeys: IdempotencyKeysRepo
}

export interface IdempotencyDeps {
  database: Database<IdempotencyRepositories>
  sealer: Sealer
  log: Logger
  now: () => Date
}
