import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../providers/call-provider.ts'
import { getVendorProvider } from '../journeys/index.ts'
import type { SearchDeps } from './deps.ts'
import type { VendorIndexEntry } from './vendor-index-repo.ts'

/**
 * Removes the picture of a face in a vendor's index; repeating it is harmless. That the features go as well is no
 * vendor's offer: asked for, it is refused before anything is removed.
 * @throws AppError REQUEST_INVALID, PROVIDER_UNAVAILABLE
 */
export const forgetAtVendor = async (
  deps: SearchDeps,
  entry: VendorIndexEntry,
  { isWhole }: { isWhole: boolean },
): Promise<void> => {
  if (isWhole) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['features__not_supported_by_provider'] })
  }
  const { tenantId, id, vendorEntry } = entry
  const provider = await getVendorProvider(deps, entry)
  const { index } = provider
  if (!index) throw new AppError('PROVIDER_UNAVAILABLE')
  const { kept } = await callProvider(provider, (signal) => index.delete(vendorEntry, signal))
  if (kept === 'nothing') await deps.database.vendorIndex.delete(tenantId, id)
  else await deps.database.vendorIndex.forgetPicture(tenantId, id)
}
