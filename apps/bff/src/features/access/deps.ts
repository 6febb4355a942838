import type { Database } from '../../storage/database.ts'
import type { AuditRepositories } from '../audit/index.ts'
import type { JourneysRepositories } from '../journeys/index.ts'
import type { ApiKeysRepo } from './api-keys-repo.ts'
import type { OauthClientsRepo } from './oauth-clients-repo.ts'
import type { OauthTokensRepo } from './oauth-tokens-repo.ts'
import type { TenantsRepo } from './tenants-repo.ts'

export interface AccessRepositories extends JourneysRepositories, AuditRepositories {
  tenants: TenantsRepo
  apiKeys: ApiKeysRepo
  oauthClients: OauthClientsRepo
  oauthTokens: OauthTokensRepo
}

export interface AccessDeps {
  database: Database<AccessRepositories>
  now: () => Date
  publicUrl: string
}
