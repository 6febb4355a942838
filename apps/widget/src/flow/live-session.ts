import { CameraError, type CameraFailure } from '../camera/camera-error.ts'
import type { Camera, OpenCameraOptions } from '../camera/open-camera.ts'
import type { CaptureResult } from '../picture/capture-result.ts'
import type { SelfieEvent, SelfieTaskOptions } from '../selfie/selfie-task.ts'
import type { TurnEvent } from '../turn/turn-view.ts'

export type LiveEvent =
  | { type: 'camera.opened'; video: HTMLVideoElement }
  | { type: 'camera.failed'; failure: CameraFailure }
  /** The picture stopped by itself: unplugged, or taken away by the system. */
  | { type: 'camera.ended' }
  /** No guidance and no automatic capture any more; the button still works. */
  | { type: 'engine.failed' }
  | { type: 'picture.taken'; picture: CaptureResult }
  | SelfieEvent
  | TurnEvent

interface Shot {
  frame: ImageBitmap
  /** In whose place it is sent. */
  step?: string
}

/** Resolves with the frame to send, which the caller then owns; null when there are no more. `broken`: no guidance any more. */
export type WatchFrames = (
  options: Pick<SelfieTaskOptions, 'takePress' | 'signal'> & {
    camera: Camera
    emit: (event: LiveEvent) => void
  },
) => Promise<Shot | null | 'broken'>

export interface LiveSessionOptions {
  openCamera: (options: Pick<OpenCameraOptions, 'signal' | 'onEnded'>) => Promise<Camera>
  /** Loads the on-device checks: called when the camera is on, so that nothing delays the first picture. */
  loadWatch: () => Promise<WatchFrames>
  grab: (video: HTMLVideoElement) => Promise<ImageBitmap>
  encode: (frame: ImageBitmap) => Promise<CaptureResult>
  emit: (event: LiveEvent) => void
}

export interface LiveSession {
  /** The person takes the picture by hand. */
  press(): void
  /** Turns the camera off. Nothing is emitted afterwards. */
  stop(): void
}

/** A camera that hangs gives no frame to look at; a phone that is slow does in less. */
const PRESS_PATIENCE_MS = 3000

/** Opens the camera, then the on-device checks, and goes on until there is a picture. */
export const startLiveSession = (options: LiveSessionOptions): LiveSession => {
  const controller = new AbortController()
  const { signal } = controller
  let camera: Camera | null = null
  let isWatching = false
  let isPressed = false
  let patience: ReturnType<typeof setTimeout> | undefined

  const emit = (event: LiveEvent) => {
    if (!signal.aborted) options.emit(event)
  }
  const fail = (error: unknown) =>
    emit({ type: 'camera.failed', failure: error instanceof CameraError ? error.failure : 'busy' })
  const takePress = (): boolean => {
    const wasPressed = isPressed
    isPressed = false
    clearTimeout(patience)
    return wasPressed
  }

  const send = async ({ frame, step }: Shot) => {
    try {
      emit({ type: 'picture.taken', picture: { ...(await options.encode(frame)), step } })
    } finally {
      frame.close()
    }
  }
  /** Without anybody's check: the engine is still on its way, or will not come. */
  const sendUnseen = async ({ video }: Camera) => send({ frame: await options.grab(video) })

  /** Whether the detector held. */
  const watch = async (opened: Camera, watchFrames: WatchFrames) => {
    isWatching = true
    try {
      const shot = await watchFrames({ camera: opened, takePress, emit, signal })
      if (shot === 'broken') return false
      if (shot) await send(shot)
      return true
    } finally {
      isWatching = false
    }
  }

  const goManual = async (opened: Camera) => {
    emit({ type: 'engine.failed' })
    if (takePress()) await sendUnseen(opened)
  }

  const run = async () => {
    const opened = await options.openCamera({ signal, onEnded: () => emit({ type: 'camera.ended' }) })
    camera = opened
    emit({ type: 'camera.opened', video: opened.video })
    // Slow line, old browser, blocked worker: whatever it was, the way on is the same.
    const watchFrames = await options.loadWatch().catch(() => null)
    if (signal.aborted) return
    if (!watchFrames || !(await watch(opened, watchFrames))) await goManual(opened)
  }
  run().catch(fail)

  const pressUnseen = (opened: Camera) => void sendUnseen(opened).catch(fail)
  const press = (opened: Camera) => {
    if (!isWatching) return pressUnseen(opened)
    if (isPressed) return
    isPressed = true
    patience = setTimeout(() => takePress() && pressUnseen(opened), PRESS_PATIENCE_MS)
  }

  return {
    press: () => {
      if (camera) press(camera)
    },
    stop: () => {
      clearTimeout(patience)
      controller.abort()
      camera?.close()
    },
  }
}
