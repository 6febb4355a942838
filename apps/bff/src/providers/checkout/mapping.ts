import { RESPONSE_CODES, type ResponseCode } from '@visavis/shared/response-codes'
import type { CaptureResult } from '../hosted-capture.ts'
import type { WireAuthentication } from './wire.ts'

/** The link ran out before anyone opened it. */
const NEVER_STARTED = 61101

/**
 * A face authentication as a result. The status decides; codes, which the vendor adds without notice, only explain
 * (vendor page "Identities codes"), and unknown ones are left out.
 */
export const fromAuthentication = ({
  status,
  response_codes,
  risk_labels,
}: WireAuthentication): CaptureResult => {
  const codes = response_codes.map(({ code }) => code).filter(isKnown)
  switch (status) {
    case 'created':
    case 'pending':
    case 'capture_in_progress':
      return { kind: 'pending' }
    case 'checks_in_progress':
      return { kind: 'checking' }
    case 'approved':
      return { kind: 'approved', codes: [10000], riskLabels: risk_labels }
    case 'declined':
      return { kind: 'declined', codes: ofFamily(codes, '62'), riskLabels: risk_labels }
    case 'refused':
      return { kind: 'refused', codes: [63001] }
    case 'retry_required':
      return fromRetry(codes)
    case 'inconclusive':
      return { kind: 'inconclusive', codes: codes.length > 0 ? codes : [61901] }
    default:
      return { kind: 'unknown' }
  }
}

/** 611 and 612: the person or their device gave up. Everything else: what was captured cannot be used. */
const fromRetry = (codes: readonly ResponseCode[]): CaptureResult => {
  if (codes.includes(NEVER_STARTED)) return { kind: 'expired' }
  const left = codes.filter((code) => /^61[12]/.test(String(code)))
  if (left.length > 0) return { kind: 'cancelled', codes: left }
  const unusable = ofFamily(codes, '61')
  return { kind: 'inconclusive', codes: unusable.length > 0 ? unusable : [61901] }
}

const ofFamily = (codes: readonly ResponseCode[], family: string) =>
  codes.filter((code) => String(code).startsWith(family))

const isKnown = (code: number): code is ResponseCode => Object.hasOwn(RESPONSE_CODES, code)
