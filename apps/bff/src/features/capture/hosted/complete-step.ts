import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../../providers/call-provider.ts'
import type { CaptureResult } from '../../../providers/hosted-capture.ts'
import type { Attempt } from '../../authentications/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { noteResult } from './read-vendor-capture.ts'
import { getCaptureProvider, openVendorState } from './vendor-captures.ts'

/**
 * Takes what the vendor's page or script handed to the browser, and has the vendor's adapter make of it what can be
 * relied on. @throws AppError ATTEMPT_CLOSED, PROVIDER_UNAVAILABLE
 */
export const completeStep = async (deps: CaptureDeps, known: Attempt, handed: unknown): Promise<void> => {
  const capture = await deps.database.vendorCaptures.get(known.tenantId, known.id)
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
