import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus } from '@visavis/shared/statuses'

/** What the passing of time does to an attempt: a link never opened expires, a capture never delivered is left. */
export const dueTrigger = (
  attempt: { status: AttemptStatus; expiresOn: Date },
  now: Date,
): { trigger: 'link_expired' | 'capture_aborted'; codes: readonly ResponseCode[] } | undefined => {
  if (now < attempt.expiresOn) return undefined
  if (attempt.status === 'pending_redirection') return { trigger: 'link_expired', codes: [61101] }
  if (attempt.status === 'capture_in_progress') return { trigger: 'capture_aborted', codes: [61121] }
  return undefined
}
