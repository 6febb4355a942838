import { callProvider } from '../../../providers/call-provider.ts'
import type { CaptureDeps } from '../deps.ts'
import { getCaptureProvider, openVendorState } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

/**
 * Has the vendor erase what a capture left there, then forgets it.
 * @returns the face authentication and the applicant whose erasure may be complete with it
 * @throws AppError PROVIDER_UNAVAILABLE: it is tried again
 */
export const eraseVendorCapture = async (
  deps: CaptureDeps,
  capture: VendorCapture,
): Promise<readonly string[]> => {
  const provider = await getCaptureProvider(deps, capture)
  const { erase } = provider.hosted
  const state = openVendorState(deps.sealer, capture)
  if (erase) await callProvider(provider, (signal) => erase(state, signal))
  await deps.database.vendorCaptures.delete(capture.attemptId)
  return [capture.faceAuthenticationId, capture.applicantId]
}
