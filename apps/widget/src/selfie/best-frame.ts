/** Anything that has to be let go: an `ImageBitmap`. */
export interface Closable {
  close(): void
}

/** A steady second: long enough for the camera's focus and exposure to settle, short enough not to feel like a pose. */
export const WINDOW_MS = 1000
/** So long once they have settled: the last frames are about as sharp as the sharpest. */
export const SETTLED_WINDOW_MS = 600
const SETTLED_SHARE = 0.9
/** On slow devices a second holds few frames; a choice needs some. */
const MIN_FRAMES = 4
/** A blink takes 100–300 ms and must not start the second anew. */
const GRACE_MS = 300
/** A longer gap between frames (a hidden tab, a stalled camera) does. */
const MAX_GAP_MS = 1500

export interface Offer<F extends Closable> {
  frame: F
  isGood: boolean
  sharpness: number
  /** ms, any monotonic clock. */
  now: number
}

/** How much of the steady second has passed, 0 to 1; at 1 comes the sharpest frame, which the caller then owns. */
export type OfferResult<F> = { progress: number; best: null } | { progress: 1; best: F }

/**
 * Collects good frames and keeps the sharpest. It owns every frame it is offered and closes those it drops. `hasSettled`:
 * the camera has had this face before it for seconds.
 */
export const createBestFrame = <F extends Closable>({ hasSettled = false } = {}) => {
  let best: { frame: F; sharpness: number } | null = null
  let startedAt = 0
  let lastGoodAt = 0
  let count = 0
  /** Sharpness of the last frames. */
  let latest: number[] = []

  const reset = () => {
    best?.frame.close()
    best = null
    count = 0
    latest = []
  }

  const keepSharper = (frame: F, sharpness: number) => {
    if (best && best.sharpness >= sharpness) {
      frame.close()
      return
    }
    best?.frame.close()
    best = { frame, sharpness }
  }

  const isSettled = (): boolean =>
    hasSettled ||
    (latest.length === MIN_FRAMES && Math.min(...latest) >= SETTLED_SHARE * (best?.sharpness ?? 0))

  const progressAt = (now: number): number => {
    if (count === 0) return 0
    const window = isSettled() ? SETTLED_WINDOW_MS : WINDOW_MS
    return Math.min(1, (now - startedAt) / window, count / MIN_FRAMES)
  }

  const offer = ({ frame, isGood, sharpness, now }: Offer<F>): OfferResult<F> => {
    if (count > 0 && now - lastGoodAt > (isGood ? MAX_GAP_MS : GRACE_MS)) reset()
    if (!isGood) {
      frame.close()
      return { progress: Math.min(0.99, progressAt(now)), best: null }
    }
    if (count === 0) startedAt = now
    count += 1
    lastGoodAt = now
    keepSharper(frame, sharpness)
    latest = [...latest, sharpness].slice(-MIN_FRAMES)
    const progress = progressAt(now)
    if (progress < 1 || !best) return { progress, best: null }
    const { frame: chosen } = best
    best = null
    reset()
    return { progress: 1, best: chosen }
  }

  return { offer, reset }
}
