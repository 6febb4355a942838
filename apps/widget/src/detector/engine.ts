import type { FaceDetector } from './face-detector.ts'

/** Without a sign of life for so long, it is not coming; the button to take the picture by hand is there long before. */
export const ENGINE_TIMEOUT_MS = 30_000
const TRIES = 2

export interface Engine {
  /** The page's one detector, started on the first call. @throws DetectorError after the second try */
  load(): Promise<FaceDetector>
  close(): void
}

/** Calls `onProgress` with the share of the engine that has come, 0 to 1, whenever there is more. */
export type StartDetector = (
  signal: AbortSignal,
  onProgress: (share: number) => void,
) => Promise<FaceDetector>

/** One detector for the life of the page: it is never started anew for a retake, and dies with the page. */
export const createEngine = (
  start: StartDetector,
  onProgress: (share: number) => void = () => {},
): Engine => {
  let loading: Promise<FaceDetector> | null = null
  let current: AbortController | null = null
  let isOver = false

  const tryOnce = async (): Promise<FaceDetector> => {
    const controller = new AbortController()
    current = controller
    const expire = () => setTimeout(() => controller.abort(), ENGINE_TIMEOUT_MS)
    let deadline = expire()
    try {
      return await start(controller.signal, (share) => {
        clearTimeout(deadline)
        deadline = expire()
        onProgress(share)
      })
    } finally {
      clearTimeout(deadline)
    }
  }
  const tryAgain = async (left: number): Promise<FaceDetector> => {
    try {
      return await tryOnce()
    } catch (error) {
      if (left === 0 || isOver) throw error
      return tryAgain(left - 1)
    }
  }

  return {
    load: () => {
      loading ??= tryAgain(TRIES - 1)
      return loading
    },
    close: () => {
      isOver = true
      current?.abort()
      // A failed start has nothing to close, and whoever asked for it knows.
      loading?.then(
        (detector) => detector.close(),
        () => undefined,
      )
    },
  }
}
