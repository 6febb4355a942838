import { CameraError } from './camera-error.ts'

/**
 * `resizeMode: 'none'`: a picture as the sensor gives it, not one the browser scaled. A chosen camera is a wish, never a
 * demand: ids go stale, and another camera is better than none.
 */
const constraintsFor = (deviceId: string | null): MediaStreamConstraints => ({
  audio: false,
  video: {
    ...(deviceId ? { deviceId: { ideal: deviceId } } : { facingMode: 'user' }),
    width: { ideal: 1280 },
    height: { ideal: 720 },
    // Not in TypeScript's list yet (Media Capture and Streams §4.3.8).
    ...{ resizeMode: { ideal: 'none' } },
  },
})

/** A camera that was granted but shows nothing for this long is in another program's hands. */
const FIRST_FRAME_TIMEOUT_MS = 10_000

/** A track may be muted for a moment, on some phones at the start; for longer, a call or another program has the camera. */
const MUTED_TIMEOUT_MS = 5000

export interface Camera {
  /** Plays the stream; the page puts it where it likes. Frames come from it. */
  video: HTMLVideoElement
  /** For who wants more of it than frames: a recorder. */
  stream: MediaStream
  /** Turns the camera off. */
  close(): void
}

export interface OpenCameraOptions {
  /** Turns it off too, even when permission is granted only afterwards. */
  signal: AbortSignal
  /** The camera to prefer; `null`: the one that looks at the person. */
  deviceId?: string | null
  /** The stream ended by itself: unplugged, or taken away by the system; or nothing has come from it for long. */
  onEnded: () => void
  mediaDevices?: Pick<MediaDevices, 'getUserMedia'> | undefined
  createVideo?: () => HTMLVideoElement
}

const stopTracks = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}

/** Tells when the stream is over or stays without a picture, until what it returns is called. */
const watchTracks = (stream: MediaStream, onEnded: () => void): (() => void) => {
  const controller = new AbortController()
  const { signal } = controller
  for (const track of stream.getTracks()) {
    let deadline: ReturnType<typeof setTimeout> | undefined
    const forgive = () => clearTimeout(deadline)
    track.addEventListener('ended', onEnded, { signal })
    track.addEventListener(
      'mute',
      () => {
        forgive()
        deadline = setTimeout(onEnded, MUTED_TIMEOUT_MS)
      },
      { signal },
    )
    track.addEventListener('unmute', forgive, { signal })
    signal.addEventListener('abort', forgive)
  }
  return () => controller.abort()
}

const play = async (video: HTMLVideoElement, stream: MediaStream) => {
  // Properties, not attributes: Safari plays inline without a tap only when both are set before the source.
  video.muted = true
  video.playsInline = true
  video.autoplay = true
  video.srcObject = stream
  let deadline: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => reject(new CameraError('busy')), FIRST_FRAME_TIMEOUT_MS)
  })
  try {
    await Promise.race([video.play(), tooLate])
  } finally {
    clearTimeout(deadline)
  }
}

/** Comes when it is needed; without it, the camera that did not come counts as one that does not respond. */
const explain = async (cause: unknown): Promise<CameraError> => {
  const { explainCameraFailure } = await import('./explain-camera-failure.ts')
  return new CameraError(await explainCameraFailure(cause), cause)
}

/** Asks for the camera and waits for its first frame. @throws CameraError */
export const openCamera = async ({
  signal,
  onEnded,
  deviceId = null,
  mediaDevices = globalThis.navigator?.mediaDevices,
  createVideo = () => document.createElement('video'),
}: OpenCameraOptions): Promise<Camera> => {
  let stream: MediaStream
  try {
    // Absent outside secure contexts (Media Capture and Streams §9.2).
    if (!mediaDevices) throw new TypeError('no camera access')
    stream = await mediaDevices.getUserMedia(constraintsFor(deviceId))
  } catch (cause) {
    throw await explain(cause)
  }
  const video = createVideo()
  let unwatch = () => {}
  const close = () => {
    signal.removeEventListener('abort', close)
    unwatch()
    stopTracks(stream)
    video.srcObject = null
  }
  if (signal.aborted) {
    close()
    throw new CameraError('busy')
  }
  signal.addEventListener('abort', close)
  unwatch = watchTracks(stream, onEnded)
  try {
    await play(video, stream)
  } catch (cause) {
    close()
    throw cause instanceof CameraError ? cause : new CameraError('busy', cause)
  }
  return { video, stream, close }
}
