/** The operator's desk: who may sit at it, and what they are shown. */

export { deleteConsoleUser, isLastAdmin } from './change-team.ts'
export { consoleIdentitiesRepo } from './console-identities-repo.ts'
export { consoleInvitesRepo } from './console-invites-repo.ts'
export { consoleSessionsRepo } from './console-sessions-repo.ts'
export { consoleUsersRepo } from './console-users-repo.ts'
export { createConsoleInvite } from './create-invite.ts'
export type { ConsoleRepositories } from './deps.ts'
export { installationRepo } from './installation-repo.ts'
export { overviewRepo } from './overview/overview-repo.ts'
export { CONSOLE_ENDPOINTS, consoleRoutes } from './routes.ts'
export { createOpenidIssuer, type IssuerOptions, type OpenidIssuer } from './single-sign-on/openid-issuer.ts'
