import type { Database } from '../../storage/database.ts'
import type { CaptureDeps, CaptureRepositories } from '../capture/index.ts'
import type { IdempotencyRepositories } from '../idempotency/index.ts'
import type { SearchRepositories } from '../search/index.ts'
import type { ErasureReceiptsRepo } from './erasure-receipts-repo.ts'

export type ErasureRepositories = CaptureRepositories &
  SearchRepositories &
  IdempotencyRepositories & { erasureReceipts: ErasureReceiptsRepo }

export interface ErasureDeps extends CaptureDeps {
  database: Database<ErasureRepositories>
}
