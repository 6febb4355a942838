import { AppError } from '@visavis/shared/errors'
import { removeErasedPictures } from '../pictures/index.ts'
import type { SearchDeps } from './deps.ts'
import { forgetAtVendor } from './forget-at-vendor.ts'
import { assertSearchAvailable } from './search-terms.ts'

interface ForgetIndexedFaceInput {
  tenantId: string
  id: string
  /** The features too: the face is then found no more. */
  isWhole: boolean
}

/**
 * Removes the picture of an indexed face, or all of it; repeating it is harmless. Works with 1:N turned off.
 * @throws AppError SEARCH_NOT_AVAILABLE, NOT_FOUND, REQUEST_INVALID, PROVIDER_UNAVAILABLE
 */
export const forgetIndexedFace = async (
  deps: SearchDeps,
  { tenantId, id, isWhole }: ForgetIndexedFaceInput,
): Promise<void> => {
  const atVendor = await deps.database.vendorIndex.get(tenantId, id)
  if (atVendor) return forgetAtVendor(deps, atVendor, { isWhole })
  assertSearchAvailable(deps)
  await deps.database.transaction(async ({ assets, faceIndex }) => {
    const entry = await faceIndex.get(tenantId, id)
    if (!entry) throw new AppError('NOT_FOUND')
    await assets.markErasing(tenantId, [id])
    if (isWhole) await faceIndex.delete(tenantId, [entry])
  })
  await removeErasedPictures(deps, tenantId)
}
