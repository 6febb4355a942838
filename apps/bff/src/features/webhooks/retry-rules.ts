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
