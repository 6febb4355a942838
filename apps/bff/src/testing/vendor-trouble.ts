import type { FaultInput } from '@visavis/vendor-sandbox/kit'
import { createProviderToolbox } from '../providers/create-tools.ts'
import type { ProviderErrorKind } from '../providers/provider-error.ts'

interface Trouble {
  name: string
  fault: FaultInput
  /** What an adapter makes of it. */
  kind: ProviderErrorKind
}

/** Everything a vendor's server may do instead of answering. */
export const VENDOR_TROUBLE: readonly Trouble[] = [
  { name: 'an answer that comes too late', fault: { kind: 'latency', delayMs: 60_000 }, kind: 'timeout' },
  { name: '500', fault: { kind: 'status', status: 500 }, kind: 'unavailable' },
  { name: '503', fault: { kind: 'status', status: 503 }, kind: 'unavailable' },
  { name: 'a broken connection', fault: { kind: 'reset' }, kind: 'unavailable' },
  { name: 'half an answer', fault: { kind: 'truncated' }, kind: 'unavailable' },
  { name: 'JSON of another shape', fault: { kind: 'wrong_json' }, kind: 'protocol' },
  { name: 'no JSON', fault: { kind: 'not_json' }, kind: 'protocol' },
]

const SHORT_DEADLINE_MS = 50

/** The way out to vendors of this machine, with a circuit breaker of its own; too late is soon where that is tested. */
export const createTroubledToolbox = ({ kind }: Pick<Trouble, 'kind'>, now: () => Date) =>
  createProviderToolbox({
    allowPrivate: true,
    now,
    ...(kind === 'timeout' ? { timeoutMs: SHORT_DEADLINE_MS } : {}),
  })
