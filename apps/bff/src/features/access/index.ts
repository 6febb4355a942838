/** Who may call the partner API: tenants, API keys, OAuth clients and their tokens. */

export { API_KEY_ENDPOINTS } from './api-key-routes.ts'
export { apiKeysRepo } from './api-keys-repo.ts'
export { createApiKey } from './create-api-key.ts'
export { credentials } from './credentials.ts'
export type { AccessDeps, AccessRepositories } from './deps.ts'
export { OAUTH_CLIENT_ENDPOINTS } from './oauth-client-routes.ts'
export { oauthClientsRepo } from './oauth-clients-repo.ts'
export { oauthTokensRepo } from './oauth-tokens-repo.ts'
export { openTestTenant } from './open-test-tenant.ts'
export { setUpTenant, type TenantSetUp } from './set-up-tenant.ts'
export { type Tenant, type TenantTables, tenantsRepo } from './tenants-repo.ts'
export { TOKEN_ENDPOINTS, tokenRoutes } from './token-routes.ts'
