import type { EdgeDeps } from '../../http/rate-limit.ts'
import type { ProviderHealth } from '../../providers/provider-health.ts'
import type { Database } from '../../storage/database.ts'
import type { AccessRepositories } from '../access/index.ts'
import type { AuditEdgeDeps, readOrigin } from '../audit/index.ts'
import type { AuthenticationsDeps, AuthenticationsRepositories } from '../authentications/index.ts'
import type { ErasureDeps, ErasureRepositories } from '../erasure/index.ts'
import type { ConsoleIdentitiesRepo } from './console-identities-repo.ts'
import type { ConsoleInvitesRepo } from './console-invites-repo.ts'
import type { ConsoleSessionsRepo } from './console-sessions-repo.ts'
import type { ConsoleUsersRepo } from './console-users-repo.ts'
import type { InstallationRepo } from './installation-repo.ts'
import type { OverviewRepo } from './overview/overview-repo.ts'
import type { PictureRequestsRepo } from './picture-access/picture-requests-repo.ts'
import type { OpenidIssuer } from './single-sign-on/openid-issuer.ts'

export interface ConsoleRepositories extends AuthenticationsRepositories, AccessRepositories {
  consoleUsers: ConsoleUsersRepo
  consoleIdentities: ConsoleIdentitiesRepo
  consoleInvites: ConsoleInvitesRepo
  consoleSessions: ConsoleSessionsRepo
  installation: InstallationRepo
  pictureRequests: PictureRequestsRepo
  overview: OverviewRepo
}

export interface ConsoleDeps extends AuthenticationsDeps, AuditEdgeDeps, EdgeDeps {
  database: Database<ConsoleRepositories>
  /** Where browsers reach the console, an origin: passkeys, cookies and the way back from a sign-in provider belong to it. */
  consoleUrl: string
  /** The operator's sign-in provider; absent: everybody signs in with a passkey. */
  singleSignOn?: OpenidIssuer | undefined
  /** Absent: nobody watches the providers. */
  providerHealth?: (provider: string) => ProviderHealth
}

/** Same, with what an erasure needs. */
export type ConsoleErasureDeps = Omit<ConsoleDeps, 'database' | 'liveness'> &
  Omit<ErasureDeps, 'database'> & { database: Database<ConsoleRepositories & ErasureRepositories> }

/** From where, and in which request: for the audit log. */
export type Origin = ReturnType<typeof readOrigin>
