import type { HostedStep } from '@visavis/shared/capture-api'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { Reference } from './reference.ts'

/**
 * What a provider has to remember of one capture: plain JSON, kept sealed, handed back to it as it was. Its adapter
 * checks it with a schema of its own.
 */
export type CaptureState = Readonly<Record<string, unknown>>

export interface StartCaptureInput {
  /** `fatp_…`: unique, and says nothing about the person. */
  attemptId: string
  applicant: {
    /** `aplt_…` */
    id: string
    externalId: string | null
  }
  /** Those this provider can use, newest first; never empty. */
  references: readonly Reference[]
  /** 1–5 */
  minimumMatchLevel: number
  /** BCP 47, or `null`: the browser's. */
  locale: string | null
  /** How long the person may take, in seconds. A vendor with less says so in its result. */
  lifetimeS: number
  /** Where the vendor sends the browser when it is done (`redirect`). Works once. */
  returnUrl: string
  /** Where the vendor may tell us that something happened. */
  webhookUrl: string
}

export type StartOutcome =
  | {
      kind: 'started'
      state: CaptureState
      /** What the browser does next; kept, and given again when the page is loaded again. */
      step: HostedStep
      /** What the vendor's webhooks call this capture; unique at the vendor. */
      vendorSession: string
    }
  /** None of the references can be used by the vendor. */
  | { kind: 'no-reference' }

export type CaptureResult =
  /** Not delivered yet. A changed `state` takes the place of the one before. */
  | { kind: 'pending'; state?: CaptureState }
  /** Delivered, not decided yet. */
  | { kind: 'checking'; state?: CaptureState }
  | { kind: 'approved'; codes: readonly ResponseCode[]; riskLabels?: readonly string[] }
  | { kind: 'declined'; codes: readonly ResponseCode[]; riskLabels?: readonly string[] }
  /** The capture cannot be used; the partner may let the person try again. */
  | { kind: 'inconclusive'; codes: readonly ResponseCode[] }
  /** The person, or their device, gave up: a code of the 611 or 612 family. */
  | { kind: 'cancelled'; codes: readonly ResponseCode[] }
  /** The person said no: 63001. */
  | { kind: 'refused'; codes: readonly ResponseCode[] }
  /** The vendor's time was up before anything was delivered. */
  | { kind: 'expired' }
  /** The vendor answered something this adapter does not know. Looked at again later; never a success. */
  | { kind: 'unknown' }

export interface VendorRequest {
  /** Exactly as received. */
  rawBody: Uint8Array
  headers: Headers
}

export interface VendorEvent {
  /** As `StartOutcome.vendorSession`. */
  vendorSession: string
  /** What only the webhook tells, handed to `readResult`: for reasons, never for success. */
  hint?: unknown
}

export interface VendorWebhook {
  /** Signature in constant time, and age where the vendor sends one. */
  verify(request: VendorRequest, now: Date): boolean | Promise<boolean>
  /** Of a request that passed `verify`; `undefined`: not about a capture. */
  toEvent(rawBody: Uint8Array): VendorEvent | undefined
}

/** Largest video taken from a vendor, in bytes: ten seconds in high definition. */
export const MAX_VENDOR_VIDEO_BYTES = 20 * 1024 * 1024

export interface VendorMedia {
  /** Videos are loaded only where the journey keeps some. */
  type: 'face_image' | 'face_video'
  load(signal: AbortSignal): Promise<Uint8Array>
}

/** What a capture may be opened to. */
export const POLICY_DIRECTIVES = [
  'connect-src',
  'font-src',
  'frame-src',
  'img-src',
  'media-src',
  'script-src',
  'style-src',
  'worker-src',
] as const

/**
 * Origins a capture needs beyond our own, each as `URL.origin` gives it. With `frame` the page is opened to those of
 * `frame-src`, which may use the camera, and to nothing else; with `vendor-sdk` all are for the document
 * that the script runs in, at an origin of its own.
 */
export type PagePolicy = Partial<Record<(typeof POLICY_DIRECTIVES)[number], readonly string[]>>

/** A live capture that the vendor takes: on a page of its own, in a frame, or by its script in a frame of ours. */
export interface HostedCapture {
  /** Called once a capture, when the person has agreed. */
  start(input: StartCaptureInput, signal: AbortSignal): Promise<StartOutcome>
  /** Asks the vendor how it stands. The only source of an approval. */
  readResult(state: CaptureState, signal: AbortSignal, hint?: unknown): Promise<CaptureResult>
  /**
   * What the vendor's page or script handed to the browser: anyone may have written it. A success counts only if the
   * vendor signed it or says so itself. Without this method `readResult` is asked.
   */
  completeStep?(state: CaptureState, handed: unknown, signal: AbortSignal): Promise<CaptureResult>
  /** The person left on our side. */
  cancel?(state: CaptureState, signal: AbortSignal): Promise<void>
  /** Removes what the capture left at the vendor. Repeating it is harmless: what is gone is erased. */
  erase?(state: CaptureState, signal: AbortSignal): Promise<void>
  /** Pictures and videos of a decided capture that the vendor hands out. */
  media?(state: CaptureState, signal: AbortSignal): Promise<readonly VendorMedia[]>
  /** `capabilities.result` names it only where the vendor promises that it comes: then we ask less often. */
  readonly webhook?: VendorWebhook
  readonly pagePolicy?: PagePolicy
  /** How often the vendor may be asked while somebody waits, in milliseconds. Default: 2000. */
  readonly readEveryMs?: number
}
