import type { HttpBindings } from '@hono/node-server'
import type { CaptureSubject } from '../features/capture/capture-subject.ts'
import type { Access } from '../storage/types.ts'

/** Request-scoped values; `Bindings` are Node's own request and response. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>
  Variables: { requestId: string }
}

export interface PartnerEnv extends AppEnv {
  Variables: AppEnv['Variables'] & Access
}

export interface CaptureEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { subject: CaptureSubject }
}
