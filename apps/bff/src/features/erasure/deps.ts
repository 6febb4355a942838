import type { Database } from '../../storage/database.ts'
import type { HandoffDeps, HandoffRepositories } from '../handoff/index.ts'
import type { IdempotencyRepositories } from '../idempotency/index.ts'
import type { SearchRepositories } from '../search/index.ts'
import type { ErasureReceiptsRepo } from './erasure-receipts-repo.ts'

export type ErasureRepositories = HandoffRepositories &
  SearchRepositories &
  IdempotencyRepositories & { erasureReceipts: ErasureReceiptsRepo }

export interface ErasureDeps extends HandoffDeps {
  database: Database<ErasureRepositories>
}
