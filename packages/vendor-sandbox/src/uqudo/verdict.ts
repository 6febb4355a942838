import * as z from 'zod'

/**
 * What can be scripted; keys are a session's id, or the SHA-256 (hex) of a picture. `match` and `no_match` are for
 * every comparison, the others for the capture of a face session.
 */
export const uqudoVerdictSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('match'), level: z.int().min(1).max(5).default(4) }),
  z.strictObject({ outcome: z.literal('no_match') }),
  /** The liveness check fails, every time. */
  z.strictObject({ outcome: z.literal('spoof') }),
  /** The script ends with that code (*Operation Error*) instead of taking the picture. */
  z.strictObject({ outcome: z.literal('error'), code: z.string().min(1) }),
])
export type UqudoVerdict = z.output<typeof uqudoVerdictSchema>
