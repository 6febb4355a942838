import type { HttpBindings } from '@hono/node-server'
import type { CaptureSubject } from '../services/capture-subject.ts'

/** Request-scoped values; `Bindings` are Node's own request and response. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>
  Variables: { requestId: string }
}

export interface PartnerEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { tenantId: string }
}

export interface CaptureEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { subject: CaptureSubject }
}
