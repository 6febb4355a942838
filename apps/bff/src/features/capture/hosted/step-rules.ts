import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus } from '@visavis/shared/statuses'

/** Those of an attempt's triggers that a vendor's answer can cause. */
type VendorTrigger =
  | 'capture_aborted'
  | 'capture_refused'
  | 'capture_completed'
  | 'matched'
  | 'mismatched'
  | 'unusable'

export interface VendorStep {
  trigger: VendorTrigger
  codes: readonly ResponseCode[]
}

interface VendorResult {
  kind:
    | 'pending'
    | 'checking'
    | 'approved'
    | 'declined'
    | 'inconclusive'
    | 'cancelled'
    | 'refused'
    | 'expired'
    | 'unknown'
  codes?: readonly ResponseCode[]
}

const DELIVERED: VendorStep = { trigger: 'capture_completed', codes: [] }

/**
 * What a vendor's answer does to an attempt, as steps of the table in `transitions.ts`. The same answer again, one that
 * comes late, or one nobody knows does nothing.
 */
export const toVendorSteps = (
  status: AttemptStatus,
  { kind, codes = [] }: VendorResult,
): readonly VendorStep[] => {
  if (status !== 'capture_in_progress' && status !== 'checks_in_progress') return []
  const isDelivered = status === 'checks_in_progress'
  const decided = (trigger: VendorTrigger): VendorStep[] => [
    ...(isDelivered ? [] : [DELIVERED]),
    { trigger, codes },
  ]
  // Once it counts as delivered, nobody can leave it any more: what could not be checked is unusable.
  const left = (trigger: VendorTrigger, own: readonly ResponseCode[]): VendorStep[] => [
    { trigger: isDelivered ? 'unusable' : trigger, codes: own },
  ]
  switch (kind) {
    case 'pending':
    case 'unknown':
      return []
    case 'checking':
      return isDelivered ? [] : [DELIVERED]
    case 'approved':
      return decided('matched')
    case 'declined':
      return decided('mismatched')
    case 'inconclusive':
      return decided('unusable')
    case 'cancelled':
      return left('capture_aborted', codes)
    case 'refused':
      return left('capture_refused', codes)
    case 'expired':
      return left('capture_aborted', [61121])
  }
}
