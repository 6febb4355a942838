import type { FaceMeasures } from './face-measures.ts'

/** Page to worker. */
export type DetectorRequest =
  | { type: 'start'; wasmBaseUrl: string; modelUrl: string }
  | { type: 'analyse'; frame: ImageBitmap }

/** Worker to page. `failed` carries text for a developer's console, never for a decision. */
export type DetectorReply =
  | { type: 'started' }
  | { type: 'analysed'; frame: ImageBitmap; measures: FaceMeasures | null }
  | { type: 'failed'; detail: string }
