import type { PictureRequestStatus } from '@visavis/shared/picture-access'

/** An answer that nobody gave within a day is asked for again. */
export const REQUEST_LIFETIME_MS = 24 * 60 * 60_000
/** How long somebody may look once a colleague allowed it. */
export const LOOK_LIFETIME_MS = 15 * 60_000

interface Answer {
  askedBy: string
  decision: 'allow' | 'refuse' | null
  decidedBy: string | null
  expiresOn: Date
}

/**
 * @param people who may see pictures now: a question or an answer of somebody who may not any more is none
 */
export const toRequestStatus = (
  { askedBy, decision, decidedBy, expiresOn }: Answer,
  people: ReadonlySet<string>,
  now: Date,
): PictureRequestStatus => {
  if (decision === 'refuse') return 'refused'
  if (expiresOn.getTime() <= now.getTime() || !people.has(askedBy)) return 'over'
  if (decision === null) return 'waiting'
  return decidedBy !== null && people.has(decidedBy) ? 'allowed' : 'over'
}
