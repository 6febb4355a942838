const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Waits between attempts, in ms: one attempt at once and eight more. Source: Checkout.com, "Receive webhooks". */
export const WEBHOOK_RETRY_DELAYS_MS = [
  5 * MINUTE_MS,
  10 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  4 * HOUR_MS,
  12 * HOUR_MS,
  12 * HOUR_MS,
] as const

/** When to try again after so many failures, or `undefined` to give up. */
export const nextWebhookAttempt = (failures: number, now: Date): Date | undefined => {
  const delayMs = WEBHOOK_RETRY_DELAYS_MS[failures - 1]
  return delayMs === undefined ? undefined : new Date(now.getTime() + delayMs)
}

/** `responseStatus`: there was an answer; `error`: it was not 2xx, or did not come. */
interface Outcome {
  responseStatus: number | null
  error: string | null
}

/** Answers of 4xx that tell of a server in trouble: RFC 9110 §15.5.9, RFC 6585 §4. */
const TROUBLED = [408, 429]

/** Whether the endpoint is out of order, rather than there and of another opinion about what it was sent. */
export const isOutage = ({ error, responseStatus }: Outcome): boolean => {
  if (error === null) return false
  const isRefusal = responseStatus !== null && responseStatus >= 400 && responseStatus < 500
  return !isRefusal || TROUBLED.includes(responseStatus)
}
