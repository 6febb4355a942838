import type { FrameQuality } from '@visavis/face-quality/frame-types'

/** Page to worker. */
export type DetectorRequest =
  | { type: 'start'; wasmBaseUrl: string; modelUrl: string }
  | { type: 'analyse'; frame: ImageBitmap }

/** Worker to page. `failed` carries text for a developer's console, never for a decision. */
export type DetectorReply =
  | { type: 'started' }
  | { type: 'analysed'; frame: ImageBitmap; quality: FrameQuality }
  | { type: 'failed'; detail: string }
