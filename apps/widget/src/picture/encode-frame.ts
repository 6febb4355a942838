import type { QualityVector } from '@visavis/face-quality/quality-vector'
import { encodeSelfie } from './encode-selfie.ts'

export interface Encoded {
  picture: Blob
  /** Measured on the encoded picture; null without the engine. */
  quality: QualityVector | null
}

/**
 * In the engine's worker, which looks at the result once more; by the page itself where that is not there. The caller
 * closes `frame`. @throws EncodeError
 */
export const encodeFrame = async (
  frame: ImageBitmap,
  maxBytes: number,
  inWorker?: (frame: ImageBitmap) => Promise<Encoded>,
): Promise<Encoded> => {
  try {
    if (inWorker) return await inWorker(frame)
  } catch {
    // The engine broke or its worker is out of memory: the picture is still here.
  }
  return { picture: await encodeSelfie(frame, maxBytes), quality: null }
}
