/** The turn of the head: what the page and the BFF say to each other about it. See docs/liveness.md. */
import * as z from 'zod'

/** The person's own left or right, whatever way round the page shows them. */
export const TURN_SIDES = ['left', 'right'] as const
export type TurnSide = (typeof TURN_SIDES)[number]

/** How long after the answer came the page asks for the turn; which of them, the server draws anew for each step. */
export const TURN_DELAYS_MS = [400, 1000, 1600] as const
/** A step is void so long after it was asked for; once in a challenge the person may have as long again (WCAG 2.2, 2.2.1). */
export const TURN_WINDOW_MS = 6000

/** Frames of one turn, taken at about ten a second from the moment the head begins to move. */
export const MIN_TURN_FRAMES = 5
export const MAX_TURN_FRAMES = 8
/** Longer side of a frame in pixels, and its size in bytes; at quality 80 a frame takes 15 to 32 kB. */
export const TURN_FRAME_SIDE = 640
export const MAX_TURN_FRAME_BYTES = 96 * 1024

/** Of a video of the turns, where the journey keeps one: the length that pages record, and the size that is taken. */
export const TURN_VIDEO_MS = 3000
export const MAX_TURN_VIDEO_BYTES = 512 * 1024

/** A step each; no more of them are dealt out at a time. */
export const TURN_STEPS = 2

/**
 * Challenges that one link may begin: three are judged, as many as pictures are, and as many more may be given up. Each is
 * another throw for somebody with recordings of both sides.
 */
export const MAX_CHALLENGES_PER_ATTEMPT = 6

export const challengeStepSchema = z.object({
  /** From 1. */
  n: z.int().min(1),
  side: z.enum(TURN_SIDES),
  after_ms: z.int().min(0),
})
export type ChallengeStep = z.infer<typeof challengeStepSchema>

/** Answer of `POST /capture/challenge`: the first step. The next one is drawn when this one has arrived. */
export const challengeSchema = z.object({
  id: z.string(),
  step: challengeStepSchema,
  /** How many there will be, so that the page can say how far it is. */
  steps: z.int().min(1),
  /** When this step is void. */
  expires_at: z.iso.datetime(),
})
export type Challenge = z.infer<typeof challengeSchema>

/**
 * Body of `PUT /capture/challenge/{id}/steps/{n}`, `multipart/form-data`: `frames`, 5 to 8 JPEG files in the order they
 * were taken, the first with the head still straight, and `offsets`, a JSON list of as many whole milliseconds since the
 * step's answer came.
 */
export const turnOffsetsSchema = z.array(z.int().min(0).max(60_000)).min(MIN_TURN_FRAMES).max(MAX_TURN_FRAMES)

/** Answer to it: the next turn, or the picture. Never whether the turn was believed. */
export const challengeAnswerSchema = z.discriminatedUnion('next', [
  z.object({ next: z.literal('turn'), step: challengeStepSchema, expires_at: z.iso.datetime() }),
  z.object({ next: z.literal('capture') }),
])
export type ChallengeAnswer = z.infer<typeof challengeAnswerSchema>

/**
 * Request header of `PUT /capture/selfie` while a step is out whose time passed without a turn: the picture comes in its
 * place, `chl_…/1`. It can decline whoever holds a print up; it approves nobody.
 */
export const UNTURNED_STEP_HEADER = 'Capture-Unturned'

/** Answer of `POST /capture/challenge/{id}/extension`. */
export const challengeExtensionSchema = z.object({ expires_at: z.iso.datetime() })
