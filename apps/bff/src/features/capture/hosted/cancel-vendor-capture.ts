import { callProvider } from '../../../providers/call-provider.ts'
import type { Attempt } from '../../authentications/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { endCapture } from './apply-capture-result.ts'
import { getCaptureProvider, openVendorState, withVendorCapture } from './vendor-captures.ts'

/** Tells the vendor that the person left, where it wants to know. An attempt that is over stays over if that fails. */
export const cancelVendorCapture = async (
  deps: CaptureDeps,
  { tenantId, id }: Pick<Attempt, 'tenantId' | 'id'>,
): Promise<void> => {
  const capture = await deps.database.vendorCaptures.get(tenantId, id)
  if (capture?.status !== 'open') return
  await withVendorCapture(deps, capture, async (repositories, current) => {
    if (current.status === 'open') await endCapture(repositories, current, deps.now(), false)
  })
  try {
    const provider = await getCaptureProvider(deps, capture)
    const { cancel } = provider.hosted
    const state = openVendorState(deps.sealer, capture)
    if (cancel) await callProvider(provider, (signal) => cancel(state, signal))
  } catch (failure) {
    deps.log.warn({ attempt_id: id, err: failure }, 'a vendor could not be told that the person left')
  }
}
