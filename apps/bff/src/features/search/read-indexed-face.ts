import { AppError } from '@visavis/shared/errors'
import type { SearchDeps } from './deps.ts'
import type { FaceIndexEntry } from './face-index-repo.ts'
import { assertSearchAvailable } from './search-terms.ts'

export interface IndexedFace {
  entry: Pick<FaceIndexEntry, 'id' | 'applicantId' | 'reference' | 'createdOn'>
  hasPicture: boolean
}

/** @throws AppError SEARCH_NOT_AVAILABLE, NOT_FOUND */
export const readIndexedFace = async (
  deps: SearchDeps,
  tenantId: string,
  id: string,
): Promise<IndexedFace> => {
  const atVendor = await deps.database.vendorIndex.get(tenantId, id)
  if (atVendor) return { entry: { ...atVendor, applicantId: null }, hasPicture: atVendor.hasPicture }
  assertSearchAvailable(deps)
  const entry = await deps.database.faceIndex.get(tenantId, id)
  if (!entry) throw new AppError('NOT_FOUND')
  const { totalCount } = await deps.database.assets.listStored(tenantId, id, { skip: 0, limit: 1 })
  return { entry, hasPicture: totalCount > 0 }
}
