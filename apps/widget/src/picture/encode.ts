import type { TURN_FRAME_SIDE } from '@visavis/shared/liveness'
import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { CaptureResult } from './capture-result.ts'
import { EncodeError, fitUnder, type Size } from './fit-under.ts'

/** Of a frame of the turn: its longer side in pixels, and its quality. It takes 15 to 32 kB. */
const SMALL_SIDE_PX = 640 satisfies typeof TURN_FRAME_SIDE
const SMALL_QUALITY = 0.8

interface Surface {
  canvas: Size
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null
  toJpeg: (quality: number) => Promise<Blob>
}

/** In a worker, and on pages that have it: nothing of it is on the page's thread there. */
const offScreen = (): Surface => {
  const canvas = new OffscreenCanvas(1, 1)
  return {
    canvas,
    context: canvas.getContext('2d', { alpha: false }),
    toJpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }),
  }
}

const onPage = (): Surface => {
  const canvas = document.createElement('canvas')
  return {
    canvas,
    context: canvas.getContext('2d', { alpha: false }),
    toJpeg: (quality) =>
      new Promise((resolve, reject) => {
        canvas.toBlob(
          (blob) => (blob ? resolve(blob) : reject(new EncodeError('no memory'))),
          'image/jpeg',
          quality,
        )
      }),
  }
}

/** Unmirrored JPEG of a frame or photo, of at most `maxBytes`. The caller closes `picture`. @throws EncodeError */
export const encode = async (picture: ImageBitmap, maxBytes: number): Promise<Blob> => {
  const { canvas, context, toJpeg } = 'OffscreenCanvas' in globalThis ? offScreen() : onPage()
  if (!context) throw new EncodeError('no 2d context')
  let drawn: Size | null = null
  const draw = (size: Size) => {
    Object.assign(canvas, size)
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, size.width, size.height)
    drawn = size
  }
  try {
    return await fitUnder(picture, maxBytes, (size, quality) => {
      if (size !== drawn) draw(size)
      return toJpeg(quality)
    })
  } finally {
    // Up to 67 MB, which some phones keep for a canvas that nobody has any more.
    Object.assign(canvas, { width: 0, height: 0 })
  }
}

/**
 * A frame as it is sent. In the engine's worker, which looks at the result once more; by the page itself where that is
 * not there. The caller closes `frame`. @throws EncodeError
 */
export const encodeFrame = async (
  frame: ImageBitmap,
  maxBytes: number,
  inWorker?: (frame: ImageBitmap) => Promise<CaptureResult>,
): Promise<CaptureResult> => {
  try {
    if (inWorker) return await inWorker(frame)
  } catch {
    // The engine broke or its worker is out of memory: the picture is still here.
  }
  return { blob: await encode(frame, maxBytes), source: 'camera', quality: null }
}

const sizeOf = (frame: GrabbedFrame): Size =>
  'displayWidth' in frame ? { width: frame.displayWidth, height: frame.displayHeight } : frame

/** Small JPEGs of frames, all drawn on one canvas; each frame is taken over. In a worker only. */
export const createFrameShrinker = () => {
  const { canvas, context, toJpeg } = offScreen()
  return async (frame: GrabbedFrame): Promise<Blob> => {
    try {
      if (!context) throw new Error('no 2d context')
      const full = sizeOf(frame)
      const scale = Math.min(1, SMALL_SIDE_PX / Math.max(full.width, full.height))
      const width = Math.round(full.width * scale)
      const height = Math.round(full.height * scale)
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
      context.drawImage(frame, 0, 0, width, height)
    } finally {
      frame.close()
    }
    return toJpeg(SMALL_QUALITY)
  }
}
