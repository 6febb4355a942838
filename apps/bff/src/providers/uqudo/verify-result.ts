import type { ProveResult } from './prove-result.ts'
import { resultSchema, type UqudoState, type WireResult } from './wire.ts'

/** Clocks differ. */
const TOLERANCE_S = 60

export type VerifyResult = (
  jws: string,
  state: UqudoState,
  signal: AbortSignal,
) => Promise<WireResult['data']['face'] | undefined>

/**
 * What a proven result says of this very capture, to which it belongs by session and nonce, both used once: so it can be
 * replayed nowhere else. `undefined`: it is no such result.
 */
export const createVerifyResult =
  (prove: ProveResult): VerifyResult =>
  async (jws, { sessionId, nonce, startedOn }, signal) => {
    const payload = await prove(jws, { signal })
    const result = resultSchema.safeParse(payload).data
    const isOurs = result?.data.sessionId === sessionId && result.data.nonce === nonce
    const isLater = (payload?.iat ?? 0) >= startedOn - TOLERANCE_S
    return isOurs && isLater ? result.data.face : undefined
  }
