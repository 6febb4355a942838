import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../../providers/call-provider.ts'
import type { CaptureResult } from '../../../providers/hosted-capture.ts'
import { decideNext, withCapture } from '../capture-context.ts'
import type { CaptureSubject } from '../capture-subject.ts'
import type { CaptureDeps } from '../deps.ts'
import { noteResult } from './read-vendor-capture.ts'
import { getCaptureProvider, openVendorState } from './vendor-captures.ts'

/**
 * Takes what the vendor's page or script gave to the browser. On a link that is over, answers the way back.
 * @throws AppError ATTEMPT_CLOSED where no vendor takes the capture, or none was asked yet; PROVIDER_UNAVAILABLE
 */
export const completeStep = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  handed: unknown,
): Promise<Next> => {
  if (!subject.hosted) throw new AppError('ATTEMPT_CLOSED')
  const before = await withCapture(deps, subject, async (held) => held)
  const { status } = before.state
  if (status === 'capture_in_progress' || status === 'checks_in_progress')
    await noteStep(deps, subject, handed)
  return decideNext(deps, subject, await withCapture(deps, subject, async (held) => held))
}

/** The vendor's adapter says what of it can be relied on. */
const noteStep = async (
  deps: CaptureDeps,
  { tenantId, id }: Pick<CaptureSubject, 'tenantId' | 'id'>,
  handed: unknown,
): Promise<void> => {
  const capture = await deps.database.vendorCaptures.get(tenantId, id)
  if (!capture || capture.status === 'starting') throw new AppError('ATTEMPT_CLOSED')
  if (capture.status !== 'open') return
  const provider = await getCaptureProvider(deps, capture)
  const { hosted } = provider
  const state = openVendorState(deps.sealer, capture)
  const result = await callProvider(provider, async (signal): Promise<CaptureResult> => {
    if (hosted.completeStep) return hosted.completeStep(state, handed, signal)
    const read = await hosted.readResult(state, signal)
    // The browser says that the person is done: from now on they wait, whether or not the vendor has noticed.
    return read.kind === 'pending' ? { ...read, kind: 'checking' } : read
  })
  await noteResult(deps, capture, provider, result)
}
