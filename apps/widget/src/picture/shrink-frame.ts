import type { TURN_FRAME_SIDE } from '@visavis/shared/liveness'
import type { GrabbedFrame } from '../camera/video-frames.ts'

/** Longer side in pixels, and the quality: such a frame takes 15 to 32 kB. */
const SIDE_PX = 640 satisfies typeof TURN_FRAME_SIDE
const QUALITY = 0.8

const sizeOf = (frame: GrabbedFrame) =>
  'displayWidth' in frame ? { width: frame.displayWidth, height: frame.displayHeight } : frame

/** Small JPEGs of frames, all drawn on one canvas; each frame is taken over. */
export const createFrameShrinker = () => {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { alpha: false })
  return async (frame: GrabbedFrame): Promise<Blob> => {
    try {
      if (!context) throw new Error('no 2d context')
      const full = sizeOf(frame)
      const scale = Math.min(1, SIDE_PX / Math.max(full.width, full.height))
      const width = Math.round(full.width * scale)
      const height = Math.round(full.height * scale)
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
      context.drawImage(frame, 0, 0, width, height)
    } finally {
      frame.close()
    }
    return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  }
}
