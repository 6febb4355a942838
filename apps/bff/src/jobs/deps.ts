import type { LivenessEngine } from '../features/checks/index.ts'
import type { ErasureDeps, ErasureRepositories } from '../features/erasure/index.ts'
import type { HandoffDeps, HandoffRepositories } from '../features/handoff/index.ts'
import type { SearchDeps } from '../features/search/index.ts'
import type { Database } from '../storage/database.ts'

/** What the work outside of requests needs: every room has some. */
export interface JobsDeps extends ErasureDeps, HandoffDeps, SearchDeps {
  liveness?: LivenessEngine
  database: Database<ErasureRepositories & HandoffRepositories> & SearchDeps['database']
}
