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

/** The picture as it is now, not mirrored, at the camera's full resolution. The caller closes it. */
const grabFrame = (video: HTMLVideoElement): Promise<ImageBitmap> => createImageBitmap(video)

/** Frames for as long as the caller asks: none is made before the last one was dealt with. The caller closes them. */
export async function* videoFrames(
  video: HTMLVideoElement,
  signal: AbortSignal,
): AsyncGenerator<ImageBitmap> {
  let last = -Infinity
  while (!signal.aborted) {
    await nextFrame(video, signal)
    if (signal.aborted) return
    const now = performance.now()
    // Half a frame of slack: a 30 Hz camera then gives every second frame, not every third.
    if (now - last < FRAME_INTERVAL_MS - 8) continue
    last = now
    yield await grabFrame(video)
  }
}
