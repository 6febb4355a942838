import type { GrabbedFrame } from '../camera/video-frames.ts'

export interface DrawnFrame {
  /** The caller closes it. */
  picture: ImageBitmap
  /** The same for the engine; until the next frame is drawn. */
  pixels: ImageData | ImageBitmap
}

/** Not in every browser yet, nor in TypeScript's list (WebCodecs §9.4). */
type Turned = VideoFrame & { rotation?: number; flip?: boolean }

/** What cameras give. Browsers that cannot convert leave other formats as they are and say nothing. */
const CAMERA_FORMATS: readonly (string | null)[] = ['I420', 'NV12']

/** Whether a copy of the frame's pixels is what drawing it shows: `copyTo` neither turns nor stretches. */
export const isPlain = (frame: VideoFrame): boolean => {
  const { format, visibleRect, displayWidth, displayHeight, rotation, flip }: Turned = frame
  return (
    CAMERA_FORMATS.includes(format) &&
    visibleRect?.width === displayWidth &&
    visibleRect.height === displayHeight &&
    !rotation &&
    !flip &&
    frame.allocationSize({ format: 'RGBA' }) === displayWidth * displayHeight * 4
  )
}

/**
 * Draws frames beside the page's thread. Where the browser can, it copies a frame's pixels into the same memory each
 * time: a third of the work of drawing and reading them, and the same to the last bit.
 */
export const createFrameDrawer = () => {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  let pixels = new ImageData(1, 1)
  let copies = true

  const copy = async (frame: VideoFrame): Promise<DrawnFrame | null> => {
    if (!context || !isPlain(frame)) return null
    const { displayWidth: width, displayHeight: height } = frame
    if (pixels.width !== width || pixels.height !== height) {
      pixels = new ImageData(width, height)
      Object.assign(canvas, { width, height })
    }
    await frame.copyTo(pixels.data, { format: 'RGBA' })
    context.putImageData(pixels, 0, 0)
    return { picture: await createImageBitmap(canvas), pixels }
  }
  const tryCopy = async (frame: VideoFrame): Promise<DrawnFrame | null> => {
    try {
      return copies ? await copy(frame) : null
    } catch {
      copies = false
      return null
    }
  }

  /** Takes the frame over. */
  return async (frame: GrabbedFrame): Promise<DrawnFrame> => {
    if (frame instanceof ImageBitmap) return { picture: frame, pixels: frame }
    try {
      const copied = await tryCopy(frame)
      if (copied) return copied
      const picture = await createImageBitmap(frame)
      return { picture, pixels: picture }
    } finally {
      // A camera has few buffers.
      frame.close()
    }
  }
}
