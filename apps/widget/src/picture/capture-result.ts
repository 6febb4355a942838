import type { QualityVector } from '@visavis/face-quality/quality-vector'
import type { PictureSource } from '@visavis/shared/picture-source'

/** What a capture gives, by the camera or from a file: ready to be sent. */
export interface CaptureResult {
  /** JPEG, or PNG of a file. */
  blob: Blob
  source: PictureSource
  /** What was measured on it, empty without a face; null: nothing. */
  quality: QualityVector | null
}
