const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** Some vendors have people look at a capture: three days, then no verdict comes any more. */
export const VERDICT_LIFETIME_MS = 72 * HOUR_MS

/** By the age of a capture: how long to wait until the vendor is asked again. */
const PACE: readonly (readonly [untilMs: number, waitMs: number])[] = [
  [2 * MINUTE_MS, 5 * SECOND_MS],
  [10 * MINUTE_MS, 15 * SECOND_MS],
  [HOUR_MS, MINUTE_MS],
  [Number.POSITIVE_INFINITY, 10 * MINUTE_MS],
]

/** With webhooks, asking only makes up for lost ones. */
const SLOWEST_WITH_WEBHOOKS_MS = 30 * SECOND_MS

/** When a job looks at a vendor's capture again. */
export const nextVendorLook = (
  createdOn: Date,
  now: Date,
  { hasWebhooks }: { hasWebhooks: boolean },
): Date => {
  const age = now.getTime() - createdOn.getTime()
  const [, waitMs = MINUTE_MS] = PACE.find(([untilMs]) => age < untilMs) ?? []
  return new Date(now.getTime() + (hasWebhooks ? Math.max(waitMs, SLOWEST_WITH_WEBHOOKS_MS) : waitMs))
}
