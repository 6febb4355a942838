import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus, EventType } from '@visavis/shared/statuses'

interface Return {
  redirectUrl: string
  faceAuthenticationId: string
  status: AttemptStatus
  responseCodes: readonly ResponseCode[]
}

/**
 * A delivered capture comes back as "captured" whatever the verdict was: the query is not signed, so the partner
 * must read the decision on its server. Source: Checkout.com "Integrate Identities via web".
 */
const RETURN_EVENTS: Record<AttemptStatus, EventType> = {
  pending_redirection: 'face_authentication_opened',
  capture_in_progress: 'face_authentication_started',
  capture_aborted: 'face_authentication_capture_aborted',
  capture_refused: 'face_authentication_capture_refused',
  expired: 'face_authentication_link_expired',
  checks_in_progress: 'face_authentication_capture_completed',
  checks_inconclusive: 'face_authentication_checks_inconclusive',
  completed: 'face_authentication_capture_completed',
  terminated: 'face_authentication_reset',
}

/** Where the browser goes at the end: the partner's address with `id`, `event` and, on failure, `response_code`. */
export const toReturnUrl = ({ redirectUrl, faceAuthenticationId, status, responseCodes }: Return): string => {
  const url = new URL(redirectUrl)
  url.searchParams.set('id', faceAuthenticationId)
  url.searchParams.set('event', RETURN_EVENTS[status])
  const [code] = responseCodes
  if (code !== undefined && status !== 'completed') url.searchParams.set('response_code', String(code))
  else url.searchParams.delete('response_code')
  return url.href
}
