import { decodeJwt } from 'jose'
import type { VendorWebhook } from '../hosted-capture.ts'
import type { ProveResult } from './prove-result.ts'
import { webhookSchema, webhookSessionSchema } from './wire.ts'

/** It is repeated for up to two hours; what it carries runs out after ten minutes. */
const RETRIES_S = 2 * 3600
const PROOF_MS = 5_000

/**
 * The account's webhook, "Webhook (global)". It has no signature of its own: the signed result that it carries is the
 * proof. How the session stands is read from the vendor all the same, so one that comes again or late does no harm.
 */
export const createWebhook = (prove: ProveResult): VendorWebhook => ({
  verify: async ({ rawBody }) => {
    const jws = readJws(rawBody)
    if (jws === undefined) return false
    const options = { signal: AbortSignal.timeout(PROOF_MS), toleranceS: RETRIES_S }
    return (await prove(jws, options)) !== undefined
  },
  toEvent: (rawBody) => {
    const jws = readJws(rawBody)
    const session = jws === undefined ? undefined : webhookSessionSchema.safeParse(decodeJwt(jws)).data
    // Sessions of other products are told of at the same address.
    return session && { vendorSession: session.data.sessionId }
  },
})

const readJws = (rawBody: Uint8Array): string | undefined => {
  try {
    return webhookSchema.safeParse(JSON.parse(Buffer.from(rawBody).toString('utf8'))).data?.jwsResult
  } catch {
    return undefined
  }
}
