import type { RetryReason } from '@visavis/shared/capture-api'
import type { ResponseCode } from '@visavis/shared/response-codes'

/** What a provider can do, as data. Core code branches on this, never on an id. */
export interface ProviderCapabilities {
  /** Where the live picture is taken. */
  capture: 'selfie-upload' | 'redirect' | 'frame' | 'vendor-sdk'
  /** Where the picture to compare with comes from. */
  reference: 'upload' | 'vendor' | 'prior-verification'
  /** How the verdict arrives. */
  result: readonly ('sync' | 'poll' | 'webhook')[]
  /** `none`: the provider does not claim to tell a person from a picture of one. */
  liveness: 'none' | 'passive' | 'active'
  /** Compares two pictures that belong to nobody: `match`. */
  oneToOne: boolean
  /** Turns a picture into features that a face index can hold: `extractFeatures`. */
  oneToN: boolean
}

/** Opaque to everyone but the provider that made it; kept encrypted. */
export interface ReferenceTemplate {
  modelId: string
  data: Uint8Array
}

export type EnrolOutcome =
  | { kind: 'enrolled'; template: ReferenceTemplate }
  /** The picture cannot serve as a reference; the reason is a partner API error code. */
  | { kind: 'unusable'; reason: string }

export type VerifyOutcome =
  | { kind: 'approved'; codes: readonly ResponseCode[] }
  | { kind: 'declined'; codes: readonly ResponseCode[] }
  /** Take another picture; `codes` is what the attempt closes with when no picture is left to take. */
  | { kind: 'retry'; reasons: readonly [RetryReason, ...RetryReason[]]; codes: readonly ResponseCode[] }
  /** None of the references can be compared by this provider. */
  | { kind: 'no-reference' }

export interface VerifyInput {
  /** Bytes of a JPEG or PNG, at most 5 MB. */
  selfie: Uint8Array
  references: readonly ReferenceTemplate[]
  /** 1–5; a match below it is declined. */
  minimumMatchLevel: number
}

export interface MatchInput {
  /** Bytes of a JPEG or PNG each, at most 5 MB. */
  source: Uint8Array
  target: Uint8Array
  /** 1–5 */
  minimumMatchLevel: number
}

export type MatchOutcome =
  /** `matchLevel` 1–5, or 0 when they do not match at any level; `match`: it reaches the minimum. */
  | { kind: 'compared'; match: boolean; matchLevel: number }
  /** One or both cannot be compared; the reasons are partner API error codes. */
  | { kind: 'unusable'; reasons: { source?: string; target?: string } }

export interface FaceFeatures {
  /** Features of different models are never compared. */
  modelId: string
  /** 128 numbers; two of one model compare by their Euclidean distance, which the engine turns into a match level. */
  values: Float32Array
}

export type FeaturesOutcome =
  | { kind: 'features'; features: FaceFeatures }
  | { kind: 'unusable'; reason: string }

export interface FaceProvider {
  readonly id: string
  readonly capabilities: ProviderCapabilities
  enrol?(image: Uint8Array, signal: AbortSignal): Promise<EnrolOutcome>
  verify?(input: VerifyInput, signal: AbortSignal): Promise<VerifyOutcome>
  match?(input: MatchInput, signal: AbortSignal): Promise<MatchOutcome>
  extractFeatures?(image: Uint8Array, signal: AbortSignal): Promise<FeaturesOutcome>
  close(): Promise<void>
}

export type ProviderErrorKind =
  | 'timeout'
  | 'unavailable'
  | 'rate_limited'
  | 'unauthorized'
  | 'rejected'
  | 'protocol'

/** Trouble at the provider; says nothing about the person. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly provider: string
  readonly kind: ProviderErrorKind

  constructor(provider: string, kind: ProviderErrorKind, options: { cause?: unknown } = {}) {
    super(`${provider}: ${kind}`, options)
    this.provider = provider
    this.kind = kind
  }
}
