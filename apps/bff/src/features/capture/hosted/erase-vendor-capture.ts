import { callProvider } from '../../../providers/call-provider.ts'
import type { ServiceDeps } from '../../../service-deps.ts'
import { finishErasure } from '../../erasure/erasure-receipt.ts'
import { getCaptureProvider, openVendorState } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-types.ts'

/**
 * Has the vendor erase what a capture left there, then forgets it and completes the receipts that waited for it.
 * @throws AppError PROVIDER_UNAVAILABLE: it is tried again
 */
export const eraseVendorCapture = async (deps: ServiceDeps, capture: VendorCapture): Promise<void> => {
  const provider = await getCaptureProvider(deps, capture)
  const { erase } = provider.hosted
  const state = openVendorState(deps.sealer, capture)
  if (erase) await callProvider(provider, (signal) => erase(state, signal))
  await deps.database.vendorCaptures.delete(capture.attemptId)
  for (const subjectId of [capture.faceAuthenticationId, capture.applicantId]) {
    await finishErasure(deps, capture.tenantId, subjectId)
  }
}
