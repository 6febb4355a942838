import type { FrameQuality } from '@visavis/face-quality/frame-types'
import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { EngineFile } from './load-engine.ts'

/** Page to worker. */
export type DetectorRequest =
  | { type: 'start'; files: readonly EngineFile[] }
  /** Begins to load what `start` is going to ask for. It is not answered: the page's code may not be there yet. */
  | { type: 'prepare'; files: readonly EngineFile[] }
  | { type: 'analyse'; frame: GrabbedFrame }
  | { type: 'encode'; frame: ImageBitmap; maxBytes: number }
  /** Needs no start. */
  | { type: 'shrink'; frame: GrabbedFrame; at: number }
  /** What is in work is ended, then the worker: one that is terminated leaves a camera's frames open until they are collected. */
  | { type: 'end' }

/** Worker to page. `failed` carries text for a developer's console, never for a decision. */
export type DetectorReply =
  /** Share of the engine's files that has come, 0 to 1. */
  | { type: 'loading'; share: number }
  | { type: 'started' }
  | { type: 'analysed'; frame: ImageBitmap; quality: FrameQuality }
  | { type: 'encoded'; picture: Blob; quality: FrameQuality }
  | { type: 'shrunk'; picture: Blob; at: number }
  | { type: 'failed'; detail: string }
