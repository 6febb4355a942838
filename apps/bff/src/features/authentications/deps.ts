import type { Database } from '../../storage/database.ts'
import type { FacesDeps, FacesRepositories } from '../faces/index.ts'
import type { WebhooksDeps, WebhooksRepositories } from '../webhooks/index.ts'
import type { AttemptsRepo } from './attempts-repo.ts'
import type { DecisionsRepo } from './decisions-repo.ts'
import type { FaceAuthenticationsRepo } from './face-authentications-repo.ts'
import type { LockoutsRepo } from './lockouts-repo.ts'

export interface AuthenticationsRepositories extends FacesRepositories, WebhooksRepositories {
  faceAuthentications: FaceAuthenticationsRepo
  attempts: AttemptsRepo
  lockouts: LockoutsRepo
  decisions: DecisionsRepo
}

export interface AuthenticationsDeps extends FacesDeps, WebhooksDeps {
  database: Database<AuthenticationsRepositories>
}
