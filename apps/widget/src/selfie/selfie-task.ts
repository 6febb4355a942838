import type { Gates } from '@visavis/face-quality/gates'
import { rawOf } from '@visavis/face-quality/results'
import type { CaptureTask } from '../detector/run-task.ts'
import { createBestFrame } from './best-frame.ts'
import { createAssessor } from './create-assessor.ts'
import { createTeller } from './create-teller.ts'
import { type GuidanceEvent, toGuidanceEvent } from './guidance.ts'

export type SelfieEvent =
  | GuidanceEvent
  /** The button was pressed and nobody was seen in the picture: the next press takes it all the same. */
  | { type: 'picture.missed' }

export interface SelfieTaskOptions {
  gates: Gates
  /** The head was turned before: focus and exposure have settled on it. */
  hasSettled?: boolean
  /** Whether the button was pressed since the last call. */
  takePress: () => boolean
  emit: (event: SelfieEvent) => void
  signal: AbortSignal
}

/** So long "nobody seen" stands, whatever the next frames say; until it was read, another press belongs to the first. */
const MISSED_MS = 1000

/**
 * Guides the person until a steady second of good frames has passed, or until the button is pressed. Gives the frame to
 * send, which the caller then owns; null when there are no more.
 */
export const createSelfieTask = ({
  gates,
  hasSettled = false,
  takePress,
  emit,
  signal,
}: SelfieTaskOptions): CaptureTask<ImageBitmap | null> => ({
  take: async (seen) => {
    const best = createBestFrame<ImageBitmap>({ hasSettled })
    const assess = createAssessor(gates)
    const tell = createTeller(emit)
    let missedAt: number | null = null
    try {
      for await (const { frame, quality, at } of seen) {
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
        if (isRead) tell(toGuidanceEvent(shown, offer.progress))
      }
      return null
    } finally {
      best.reset()
    }
  },
})
