import { createHash, type KeyObject } from 'node:crypto'
import type { SandboxKit, Store } from '../kit/index.ts'
import type { UqudoVerdict } from './verdict.ts'

export interface FaceSession {
  id: string
  reference: Uint8Array
  failures: number
  /** The signed result, once there is one. */
  jws?: string
}

export interface IndexedFace {
  id: string
  features: Float32Array
  /** Gone after a delete; the features stay. */
  picture: Uint8Array | undefined
}

export interface Uqudo {
  kit: SandboxKit<UqudoVerdict>
  clientId: string
  clientSecret: string
  issuer: string
  kid: string
  publicKey: KeyObject
  privateKey: KeyObject
  tokens: Store<true>
  /** What the vendor has switched on for the account. */
  permissions: Set<Permission>
  sessions: Store<FaceSession>
  images: Store<Uint8Array>
  index: Store<IndexedFace>
}

/** Of the tenant: the Face API, and 1:N, which needs one of its own. */
export const PERMISSIONS = ['face', 'one-to-n'] as const
export type Permission = (typeof PERMISSIONS)[number]

/** What pictures are called in scripts. */
export const fingerprint = (picture: Uint8Array): string => createHash('sha256').update(picture).digest('hex')
