import type { GrabbedFrame } from './face-detector.ts'

/** 15 frames a second are plenty for guidance and leave the phone cool. */
const FRAME_INTERVAL_MS = 66

const nextFrame = (video: HTMLVideoElement, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const hasVideoCallback = 'requestVideoFrameCallback' in video
    const cancel = () => {
      if (hasVideoCallback) video.cancelVideoFrameCallback(handle)
      else cancelAnimationFrame(handle)
      resolve()
    }
    const done = () => {
      signal.removeEventListener('abort', cancel)
      resolve()
    }
    const handle = hasVideoCallback ? video.requestVideoFrameCallback(done) : requestAnimationFrame(done)
    signal.addEventListener('abort', cancel, { once: true })
  })

/** Tried, not asked for: some browsers have the class but cannot pass it on to a worker. */
const canPassOn = (video: HTMLVideoElement): boolean => {
  try {
    const frame = new VideoFrame(video)
    structuredClone(frame, { transfer: [frame] }).close()
    return true
  } catch {
    return false
  }
}

/** Only where it shows the picture the way up that the page does. */
const takeFrame = (video: HTMLVideoElement): VideoFrame | null => {
  const frame = new VideoFrame(video)
  if (frame.displayWidth === video.videoWidth && frame.displayHeight === video.videoHeight) return frame
  frame.close()
  return null
}

/**
 * The picture as it is now, not mirrored, at the camera's full resolution.
 * Frames for as long as the caller asks: none is made before the last one was dealt with. The caller closes them.
 */
export async function* videoFrames(
  video: HTMLVideoElement,
  signal: AbortSignal,
): AsyncGenerator<GrabbedFrame> {
  let last = -Infinity
  let passesOn: boolean | undefined
  while (!signal.aborted) {
    await nextFrame(video, signal)
    if (signal.aborted) return
    const now = performance.now()
    // Half a frame of slack: a 30 Hz camera then gives every second frame, not every third.
    if (now - last < FRAME_INTERVAL_MS - 8) continue
    last = now
    passesOn ??= canPassOn(video)
    // Drawing a frame takes the page's thread 10 ms and more; a worker does it beside it.
    yield (passesOn && takeFrame(video)) || (await createImageBitmap(video))
  }
}
