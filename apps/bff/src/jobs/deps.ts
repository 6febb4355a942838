import type { LivenessEngine } from '../features/checks/index.ts'
import type { ErasureDeps, ErasureRepositories } from '../features/erasure/index.ts'
import type { HandoffDeps, HandoffRepositories } from '../features/handoff/index.ts'
import type { SearchDeps } from '../features/search/index.ts'
import type { DataKeysRepo } from '../storage/crypto/data-keys-repo.ts'
import type { KeyRing } from '../storage/crypto/open-data-keys.ts'
import type { SealedColumnsRepo } from '../storage/crypto/sealed-columns-repo.ts'
import type { Database } from '../storage/database.ts'

interface KeysRepositories {
  dataKeys: DataKeysRepo
  sealedColumns: SealedColumnsRepo
}

/** What the work outside of requests needs: every room has some. */
export interface JobsDeps extends ErasureDeps, HandoffDeps, SearchDeps {
  liveness?: LivenessEngine
  database: Database<ErasureRepositories & HandoffRepositories & KeysRepositories> & SearchDeps['database']
  dataKeys: KeyRing
}
