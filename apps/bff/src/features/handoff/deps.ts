import type { Database } from '../../storage/database.ts'
import type { CaptureDeps, CaptureRepositories } from '../capture/index.ts'
import type { CodeTriesRepo } from './code-tries-repo.ts'
import type { HandoffsRepo } from './handoffs-repo.ts'

export interface HandoffRepositories extends CaptureRepositories {
  handoffs: HandoffsRepo
  codeTries: CodeTriesRepo
}

export interface HandoffDeps extends CaptureDeps {
  database: Database<HandoffRepositories>
}
