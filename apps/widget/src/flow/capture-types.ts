import type { AbortReason, CaptureSession, Next } from '@visavis/shared/capture-api'
import type { CameraFailure } from '../camera/camera-error.ts'
import type { HandoffEvent, HandoffView } from '../handoff/follow-handoff.ts'
import type { CaptureResult } from '../picture/capture-result.ts'
import type { PhotoIssue } from '../picture/prepare-photo.ts'
import type { GuidanceCode, Steer } from '../selfie/guidance.ts'
import type { TurnView } from '../turn/turn-view.ts'
import type { LiveEvent } from './live-session.ts'

/** How the person goes away without a picture. */
export type Farewell = { kind: 'refuse' } | { kind: 'abort'; reason: AbortReason }

/** The states to go back to when the person tries again after a problem. */
export const RESUMES = [
  'loading',
  'consenting',
  'camera',
  'denied',
  'uploading',
  'reporting',
  'checking',
  'leaving',
] as const
export type Resume = (typeof RESUMES)[number]

export interface LiveView {
  video: HTMLVideoElement | null
  guidance: GuidanceCode
  /** Which way to go, where the last guidance by the checks knew. */
  steer: Steer | null
  /** Share of the steady moment that has passed, 0 to 1. */
  steadiness: number
  /** The person may take the picture by hand. */
  hasShutter: boolean
  /** The last press of the button caught no face. */
  hasMissed: boolean
  /** The browser's question has been open for long. */
  isSlow: boolean
  /** Nobody saw the page when it was last looked at, before the picture showed. */
  isHidden: boolean
}

export interface CaptureContext {
  session: CaptureSession | null
  /** The server's last word on what to do. */
  next: Next | null
  live: LiveView
  /** Kept until the outcome is known, so that it can be sent again. */
  picture: CaptureResult | null
  /** Share of the picture that was sent, 0 to 1. */
  progress: number
  cameraFailure: CameraFailure | null
  /** The camera the person chose just now; `null`: the one of last time, or the one that looks at them. */
  cameraId: string | null
  /** The camera comes back by itself, after another was chosen or the page was away: nobody is asked anything. */
  isResuming: boolean
  /** Times that the picture stopped by itself. */
  cameraEnds: number
  /** Share of the on-device engine that has come, 0 to 1. */
  engineShare: number
  photoIssue: PhotoIssue | null
  /**
   * What is known of the turns of the head, from the moment the camera shows until the picture after them is taken;
   * `null`: none are asked for.
   */
  turn: Partial<TurnView> | null
  /**
   * Why the person is offered other ways than the turn, by what happened: `turn.stuck`, the time ran out; `engine.failed`,
   * nobody can be seen; `ways.requested`. `null`: the server asks for it once more.
   */
  turnTrouble: string | null
  /** The person needs longer for a turn. */
  hasMoreTime: boolean
  /** The last thing that failed, and where to go on when the person tries again. */
  error: unknown
  resume: Resume
  /** Times that the page tried again by itself. */
  autoRetries: number
  farewell: Farewell | null
  /** Readings in a row that failed while waiting for the outcome. */
  failedReads: number
  /** Readings so far while waiting for the outcome. */
  reads: number
  /** What the vendor's page or script handed over, kept until the server has it. */
  handed: unknown
  /** The vendor's page can only be opened beside this one. */
  opensBeside: boolean
  /** The link on its way to another device, or there. */
  handoff: HandoffView | null
}

export type CaptureEvent =
  | LiveEvent
  | HandoffEvent
  | { type: 'consent.given' }
  | { type: 'capture.refused' }
  | { type: 'capture.cancelled' }
  | { type: 'camera.skipped' }
  | { type: 'camera.retried' }
  | { type: 'camera.chosen'; deviceId: string }
  /** The person cannot turn the head, or does not want to. */
  | { type: 'ways.requested' }
  | { type: 'time.requested' }
  | { type: 'page.hidden' }
  | { type: 'page.shown' }
  | { type: 'engine.progressed'; share: number }
  | { type: 'shutter.pressed' }
  | { type: 'photo.chosen'; file: Blob }
  /** The person sends it although no face was found in it. */
  | { type: 'photo.insisted' }
  | { type: 'upload.progressed'; share: number }
  | { type: 'upload.answered'; next: Next }
  | { type: 'upload.failed'; error: unknown }
  | { type: 'handoff.requested' }
  | { type: 'handoff.cancelled' }
  /** The person asks for the vendor's page, again. */
  | { type: 'vendor.requested' }
  /** The vendor's page or script has something for the server. */
  | { type: 'vendor.handed'; handed: unknown }
  | { type: 'vendor.failed'; error: unknown }
  /** The browser brought this page back as it was left. */
  | { type: 'page.restored' }
  | { type: 'problem.retried' }
  | { type: 'return.requested' }

export const NO_VIEW: LiveView = {
  video: null,
  guidance: 'starting',
  steer: null,
  steadiness: 0,
  hasShutter: false,
  hasMissed: false,
  isSlow: false,
  isHidden: false,
}

export const INITIAL_CONTEXT: CaptureContext = {
  session: null,
  next: null,
  live: NO_VIEW,
  picture: null,
  progress: 0,
  cameraFailure: null,
  cameraId: null,
  isResuming: false,
  cameraEnds: 0,
  engineShare: 0,
  photoIssue: null,
  turn: null,
  turnTrouble: null,
  hasMoreTime: false,
  error: null,
  resume: 'loading',
  autoRetries: 0,
  farewell: null,
  failedReads: 0,
  reads: 0,
  handed: null,
  opensBeside: false,
  handoff: null,
}
