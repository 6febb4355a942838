import type { FrameQuality } from '@visavis/face-quality/frame-types'
import type { GrabbedFrame } from '../camera/video-frames.ts'

export interface MeasuredFrame {
  /** The picture that was given, drawn; the caller's. */
  frame: ImageBitmap
  /** Of the largest face. */
  quality: FrameQuality
}

export interface EncodedFrame {
  picture: Blob
  /** Of the picture as it was encoded. */
  quality: FrameQuality
}

/** Finds the face in a frame and measures it. One frame at a time. */
export interface FaceDetector {
  /**
   * Owns `frame` until it answers.
   * @throws DetectorError when the detector is broken or closed; it stays so, and the frame is gone
   */
  analyse(frame: GrabbedFrame): Promise<MeasuredFrame>
  /**
   * JPEG of a frame under the limit, looked at once more; the frame stays the caller's.
   * @throws DetectorError as `analyse` does
   */
  encode(frame: ImageBitmap, maxBytes: number): Promise<EncodedFrame>
  close(): void
}

/** The detector cannot start or go on; capture by hand is the way on. */
export class DetectorError extends Error {
  override readonly name = 'DetectorError'
}
