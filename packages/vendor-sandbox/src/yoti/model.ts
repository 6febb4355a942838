import type { KeyObject } from 'node:crypto'
import type { SandboxKit, Store } from '../kit/index.ts'
import type { YotiVerdict } from './verdict.ts'
import type { SessionSpec } from './wire.ts'

export interface Media {
  id: string
  bytes: Uint8Array
  createdOn: Date
}

export interface Check {
  id: string
  type: 'LIVENESS' | 'FACE_COMPARISON'
  resourcesUsed: readonly string[]
  createdOn: Date
  /** From then on it is in `finalState`; before, `PENDING`. */
  doneOn: Date
  finalState: string
  recommendation: { value: string; reason?: string; recovery_suggestion?: string }
  breakdown: readonly { sub_check: string; result: 'PASS' | 'FAIL' }[]
}

export interface FaceCapture {
  id: string
  /** Once filled. */
  picture?: Media
  applicantId?: string
}

export interface LivenessCapture {
  id: string
  picture: Media
}

export interface YotiSession {
  id: string
  token: string
  spec: SessionSpec
  tokenEndsOn: Date
  requirementIds: { liveness: string; faceCapture: string }
  consentOn: Date | null
  faceCapture: FaceCapture | null
  livenessCaptures: LivenessCapture[]
  checks: Check[]
  /** No more pictures are taken: compared, or all tries are used up. */
  isCaptured: boolean
  isMediaWithheld: boolean
}

export interface YotiApplicant {
  id: string
  createdOn: Date
  face: { id: string; bytes: Uint8Array } | null
}

/** What all routes share. */
export interface Yoti {
  kit: SandboxKit<YotiVerdict>
  sdkId: string
  publicKey: KeyObject
  sessions: Store<YotiSession>
  applicants: Store<YotiApplicant>
  nonces: Store<true>
}
