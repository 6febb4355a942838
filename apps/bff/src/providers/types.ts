import type { RetryReason } from '@visavis/shared/capture-api'
import type { PictureReason } from '@visavis/shared/error-details'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { LivenessPolicy } from '@visavis/shared/user-journeys'
import type { HostedCapture } from './hosted-capture.ts'
import type { Picture, Recognition, Reference, ReferenceTemplate } from './reference.ts'
import type { VendorFaceIndex, VendorFaces } from './vendor-faces.ts'

/** Where the picture to compare with may come from. */
export type ReferenceKind =
  /** A picture of ours: uploaded, captured, or copied from an attempt. */
  | 'upload'
  /** Something the vendor keeps under a name of its own. */
  | 'vendor'
  /** An earlier verification at the vendor, known by the name the vendor gave it. */
  | 'prior-verification'

/** What a provider can do, as data. Core code branches on this, never on an id. */
export interface ProviderCapabilities {
  /** Where the live picture is taken: `selfie-upload` by our page (`verify`), the others by the vendor (`hosted`). */
  capture: 'selfie-upload' | 'redirect' | 'frame' | 'vendor-sdk'
  references: readonly ReferenceKind[]
  /** How the verdict arrives. */
  result: readonly ('sync' | 'poll' | 'webhook')[]
  /** `none`: the provider does not claim to tell a person from a picture of one. */
  liveness: 'none' | 'passive' | 'active'
  /** `liveness_policy` of a new journey that names none. Absent: `none`. */
  defaultLiveness?: LivenessPolicy
  /** Compares two pictures that belong to nobody: `match`. */
  oneToOne: boolean
  /** Looks for a face among many: `extractFeatures` for our own index, or an `index` at the vendor. */
  oneToN: boolean
  /** What a capture leaves at the vendor can be erased there: `hosted.erase`. */
  anonymize: boolean
}

export type * from './reference.ts'

/** By which a copy of the picture is known, 17 × 16 greys; absent where a provider does not look at pixels here. */
interface Printed {
  print?: Uint8Array
}

export type EnrolOutcome =
  | ({ kind: 'enrolled'; template: ReferenceTemplate } & Printed)
  /** The picture cannot serve as a reference; the reason is a partner API error code. */
  | { kind: 'unusable'; reason: PictureReason }

interface Compared extends Printed {
  /** Of the recogniser that decided; absent: the provider has none to name. */
  modelId?: string
  /** 1–5, or 0 for no match at any level; absent: the provider does not tell. */
  matchLevel?: number
}

export type VerifyOutcome =
  | ({ kind: 'approved'; codes: readonly ResponseCode[] } & Compared)
  | ({ kind: 'declined'; codes: readonly ResponseCode[] } & Compared)
  /** Take another picture; `codes` is what the attempt closes with when no picture is left to take. */
  | { kind: 'retry'; reasons: readonly [RetryReason, ...RetryReason[]]; codes: readonly ResponseCode[] }
  /** None of the references can be compared by this provider. */
  | { kind: 'no-reference' }

/** What our own engine saw in a picture when it looked for a living person. */
export interface SeenFace extends Printed {
  template: Recognition & { values: Float32Array }
}

export interface VerifyInput {
  selfie: Picture
  /** The same picture as it was seen before; absent: nobody has looked at it. */
  seen?: SeenFace | undefined
  /** Newest first. */
  references: readonly Reference[]
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
  | { kind: 'unusable'; reasons: { source?: PictureReason; target?: PictureReason } }

/** Whose call it is: where many wait, tenants take turns, and people come before servers. */
export interface Asker {
  tenantId: string
  /** Somebody stands in front of a camera. */
  isPersonWaiting: boolean
}

export interface FaceFeatures extends Recognition {
  /** Largest Euclidean distance of each match level of the model, loosest first. */
  levelDistances: readonly number[]
  /** False match rate of each level, loosest first; `null`: not measured. */
  levelFalseMatchRates: readonly (number | null)[]
  /** As many numbers as the model makes; two of one model compare by their Euclidean distance. */
  values: Float32Array
}

export type FeaturesOutcome =
  | { kind: 'features'; features: FaceFeatures }
  | { kind: 'unusable'; reason: PictureReason }

/**
 * One vendor under one journey's settings. An operation it does not support is an absent method. Trouble is thrown as
 * `ProviderError`, and a call there is no room for as AppError RATE_LIMITED; what a person does or looks like is an outcome.
 */
export interface FaceProvider {
  readonly id: string
  readonly capabilities: ProviderCapabilities
  /** Of the templates that `enrol` makes; `verify` is given those, and those of `earlier`. */
  readonly recognition?: Recognition
  /** The same engine with the model before this one, while that is kept running so that nobody is locked out. */
  readonly earlier?: FaceProvider
  /** Makes a reference of a picture. Without it, a provider that takes uploads compares with the picture itself. */
  enrol?(image: Uint8Array, signal: AbortSignal, asker: Asker): Promise<EnrolOutcome>
  /** With capture `selfie-upload`. */
  verify?(input: VerifyInput, signal: AbortSignal, asker: Asker): Promise<VerifyOutcome>
  match?(input: MatchInput, signal: AbortSignal, asker: Asker): Promise<MatchOutcome>
  extractFeatures?(image: Uint8Array, signal: AbortSignal, asker: Asker): Promise<FeaturesOutcome>
  /** With every other capture. */
  readonly hosted?: HostedCapture
  /** References that the vendor keeps and that can be managed there. */
  readonly faces?: VendorFaces
  /**
   * Asks the vendor for the least that it answers to these credentials alone. Absent: there are none, or nothing but a
   * capture shows whether they are right.
   */
  tryOut?(signal: AbortSignal): Promise<void>
  /** A face index at the vendor. */
  readonly index?: VendorFaceIndex
  close(): Promise<void>
}
