/** As it came off the camera, where it can go to another thread like that; else drawn. */
export type GrabbedFrame = VideoFrame | ImageBitmap

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

const TRIAL = { format: 'RGBA', codedWidth: 2, codedHeight: 2, timestamp: 0 } as const

/** Tried, on four pixels: some browsers have the class but cannot pass such a frame on to a worker, or not draw it. */
const canPassOn = async (): Promise<boolean> => {
  try {
    const frame = new VideoFrame(new Uint8Array(16), TRIAL)
    const passed = structuredClone(frame, { transfer: [frame] })
    const picture = await createImageBitmap(passed)
    passed.close()
    picture.close()
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
  const passesOn = await canPassOn()
  let last = -Infinity
  while (!signal.aborted) {
    await nextFrame(video, signal)
    if (signal.aborted) return
    const now = performance.now()
    // Half a frame of slack: a 30 Hz camera then gives every second frame, not every third.
    if (now - last < FRAME_INTERVAL_MS - 8) continue
    last = now
    // Drawing a frame takes the page's thread 10 ms and more; a worker does it beside it.
    yield (passesOn && takeFrame(video)) || (await createImageBitmap(video))
  }
}
