/** A link on its way to another device: by QR code and number, or by digits typed at `/code`. */

export { codeRoutes } from './code/routes.ts'
export { codeTriesRepo } from './code-tries-repo.ts'
export type { HandoffDeps, HandoffRepositories } from './deps.ts'
export { handoffsRepo } from './handoffs-repo.ts'
export { HANDOFF_ENDPOINTS, handoffRoutes } from './routes.ts'
export type { HandoffRoutesDeps } from './watch-handoff.ts'
