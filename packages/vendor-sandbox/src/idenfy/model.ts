import type { SandboxKit, Store } from '../kit/index.ts'
import type { IdenfyVerdict } from './verdict.ts'

/** An earlier verification that passed: what a face is compared with. */
export interface Verification {
  scanRef: string
  clientId: string
  face: Uint8Array
}

export interface Session {
  id: string
  token: string
  verification: Verification
  type: 'AUTHENTICATION' | 'ENROLLMENT'
  method: 'FACE_MATCHING' | 'ACTIVE_LIVENESS'
  endsOn: Date
  digitString: string | undefined
  /** In the words of the webhook; `null` while it is open. */
  status: string | null
  failReason: string | null
  selfie: Uint8Array | undefined
}

export interface Idenfy {
  kit: SandboxKit<IdenfyVerdict>
  apiKey: string
  apiSecret: string
  signingKey: string
  verifications: Store<Verification>
  sessions: Store<Session>
  /** Where the dashboard says that webhooks go. */
  webhookUrl: string | undefined
}
