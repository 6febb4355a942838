import type { ResponseCode } from '@visavis/shared/response-codes'
import { addReturnParameters } from '@visavis/shared/return-address'
import type { AttemptStatus } from '@visavis/shared/statuses'

interface Return {
  redirectUrl: string
  /** Of what the partner asked for: a face authentication or a face enrolment. */
  id: string
  prefix: 'face_authentication' | 'face_enrollment'
  status: AttemptStatus
  responseCodes: readonly ResponseCode[]
}

/**
 * A delivered capture comes back as "captured" whatever the verdict was: the query is not signed, so the partner
 * must read the decision on its server. Source: Checkout.com "Integrate Identities via web".
 */
const RETURN_EVENTS: Record<AttemptStatus, string> = {
  pending_redirection: 'opened',
  capture_in_progress: 'started',
  capture_aborted: 'capture_aborted',
  capture_refused: 'capture_refused',
  expired: 'link_expired',
  checks_in_progress: 'capture_completed',
  checks_inconclusive: 'checks_inconclusive',
  completed: 'capture_completed',
  terminated: 'reset',
}

/** Where the browser goes at the end: the partner's address with `id`, `event` and, on failure, `response_code`. */
export const toReturnUrl = ({ redirectUrl, id, prefix, status, responseCodes }: Return): string => {
  const [code] = responseCodes
  return addReturnParameters(redirectUrl, {
    id,
    event: `${prefix}_${RETURN_EVENTS[status]}`,
    ...(code !== undefined && status !== 'completed' ? { response_code: String(code) } : {}),
  })
}
