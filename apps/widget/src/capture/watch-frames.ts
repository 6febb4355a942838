import { createBestFrame } from './best-frame.ts'
import type { FaceDetector } from './face-detector.ts'
import type { FaceMeasures } from './face-measures.ts'
import { eyeSpeed } from './frame-quality.ts'
import { MAX_EYE_SPEED } from './gates.ts'
import { type Guidance, type GuidanceCode, nextGuidance } from './guidance.ts'
import { judgeFrame, type Verdict } from './judge-frame.ts'

export type WatchEvent =
  /** `steadiness`: share of the steady moment that has passed, 0 to 1. */
  | { type: 'guidance.changed'; code: GuidanceCode; steadiness: number }
  /** The button was pressed and nobody was in the picture. */
  | { type: 'picture.missed' }

export interface WatchOptions {
  /** Each is taken over. */
  frames: AsyncIterable<ImageBitmap>
  /** Whether the button was pressed since the last call. */
  takePress: () => boolean
  /** Monotonic, ms. */
  now: () => number
  emit: (event: WatchEvent) => void
  signal: AbortSignal
}

/** Resolves with the frame to send, which the caller then owns; null when there are no more. */
export type WatchFrames = (options: WatchOptions) => Promise<ImageBitmap | null>

const toVerdict = (code: GuidanceCode): Verdict | null =>
  code === 'starting' || code === 'manual' ? null : code

/** Guides the person until a steady second of good frames has passed, or until the button is pressed. */
export const watchFrames = async (
  detector: FaceDetector,
  { frames, takePress, now, emit, signal }: WatchOptions,
): Promise<ImageBitmap | null> => {
  const best = createBestFrame<ImageBitmap>()
  let guidance: Guidance = { code: 'starting', since: -Infinity }
  let before: { measures: FaceMeasures | null; at: number } = { measures: null, at: 0 }
  try {
    for await (const grabbed of frames) {
      const at = now()
      const { frame, measures } = await detector.analyse(grabbed)
      if (signal.aborted) {
        frame.close()
        return null
      }
      if (takePress()) {
        if (measures) return frame
        frame.close()
        emit({ type: 'picture.missed' })
        continue
      }
      const verdict = judgeFrame(measures, toVerdict(guidance.code))
      const speed =
        measures && before.measures ? eyeSpeed(before.measures, measures, at - before.at) : Infinity
      before = { measures, at }
      const isGood = verdict === 'hold_still' && speed <= MAX_EYE_SPEED
      const offer = best.offer({ frame, isGood, sharpness: measures?.sharpness ?? 0, now: at })
      if (offer.best) return offer.best
      guidance = nextGuidance(guidance, verdict, at)
      emit({ type: 'guidance.changed', code: guidance.code, steadiness: offer.progress })
    }
    return null
  } finally {
    best.reset()
  }
}
