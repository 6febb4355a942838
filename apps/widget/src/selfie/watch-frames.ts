import type { Gates } from '@visavis/face-quality/gates'
import { rawOf } from '@visavis/face-quality/results'
import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { FaceDetector } from '../detector/face-detector.ts'
import { createBestFrame } from './best-frame.ts'
import { createAssessor } from './create-assessor.ts'
import { type GuidanceCode, type Steer, toGuidanceCode, toSteer } from './guidance.ts'

export type WatchEvent =
  /** `steadiness`: share of the steady moment that has passed, 0 to 1. */
  | { type: 'guidance.changed'; code: GuidanceCode; steer: Steer | null; steadiness: number }
  /** The button was pressed and nobody was seen in the picture: the next press takes it all the same. */
  | { type: 'picture.missed' }

export interface WatchOptions {
  /** Each is taken over. */
  frames: AsyncIterable<GrabbedFrame>
  /** Whether the button was pressed since the last call. */
  takePress: () => boolean
  /** Monotonic, ms. */
  now: () => number
  emit: (event: WatchEvent) => void
  signal: AbortSignal
}

/** So long "nobody seen" stands, whatever the next frames say; until it was read, another press belongs to the first. */
const MISSED_MS = 1000

/** Tells only what is new: the page draws itself anew each time. */
export const createTeller = <Event>(emit: (event: Event) => void): ((event: Event) => void) => {
  let told = ''
  return (event) => {
    const said = JSON.stringify(event)
    if (said !== told) emit(event)
    told = said
  }
}

/** Guides the person until a steady second of good frames has passed, or until the button is pressed. */
export const watchFrames = async (
  detector: FaceDetector,
  gates: Gates,
  { frames, takePress, now, emit, signal }: WatchOptions,
): Promise<ImageBitmap | null> => {
  const best = createBestFrame<ImageBitmap>()
  const assess = createAssessor(gates)
  const tell = createTeller(emit)
  let missedAt: number | null = null
  try {
    for await (const grabbed of frames) {
      const at = now()
      const { frame, quality } = await detector.analyse(grabbed)
      if (signal.aborted) {
        frame.close()
        return null
      }
      const isRead = missedAt === null || at - missedAt >= MISSED_MS
      if (takePress()) {
        // The checks can be blind to somebody who is there: whoever presses again knows better.
        const insists = missedAt !== null && isRead
        if (quality.faceCount > 0 || insists) return frame
        frame.close()
        missedAt ??= at
        tell({ type: 'picture.missed' })
        continue
      }
      if (isRead && quality.faceCount > 0) missedAt = null
      const { isGood, shown } = assess(quality, at)
      const offer = best.offer({ frame, isGood, sharpness: rawOf(quality, 'Sharpness') ?? 0, now: at })
      if (offer.best) return offer.best
      if (!isRead) continue
      tell({
        type: 'guidance.changed',
        code: toGuidanceCode(shown),
        steer: toSteer(shown),
        steadiness: offer.progress,
      })
    }
    return null
  } finally {
    best.reset()
  }
}
