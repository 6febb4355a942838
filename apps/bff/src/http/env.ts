import type { HttpBindings } from '@hono/node-server'
import type { Scope } from '@visavis/shared/scopes'

/** Request-scoped values; `Bindings` are Node's own request and response. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>
  Variables: { requestId: string }
}

/** Who a credential speaks for, and what it may do. */
export interface Access {
  tenantId: string
  /** Of the API key, or of the OAuth client that the token is of. */
  credentialId: string
  scopes: readonly Scope[]
}

export interface PartnerEnv extends AppEnv {
  Variables: AppEnv['Variables'] & Access
}
