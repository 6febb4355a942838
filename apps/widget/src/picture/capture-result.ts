import type { QualityVector } from '@visavis/face-quality/quality-vector'
import type { PictureSource } from '@visavis/shared/picture-source'

/** What a capture gives, by the camera or from a file: ready to be sent. */
export interface CaptureResult {
  /** JPEG, or PNG of a file. */
  blob: Blob
  source: PictureSource
  /** What was measured on it, empty without a face; null: nothing. */
  quality: QualityVector | null
  /** The step of a challenge whose time passed without a turn: the picture is sent in its place. */
  step?: string | undefined
}
