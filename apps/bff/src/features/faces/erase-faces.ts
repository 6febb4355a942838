import { type Erased, NOTHING_ERASED } from '../../storage/erased.ts'
import type { FacesRepositories } from './deps.ts'
import { queueVendorFaces } from './erase-vendor-face.ts'
import type { Face } from './faces-repo.ts'

/**
 * Takes faces out of everything that could ever compare them: their rows with template and vendor reference, their
 * enrolment links, their pictures. Whatever else comes to be derived from a face is removed here. Call it inside a
 * transaction, then `removeErasedPictures` after it.
 */
export const eraseFaces = async (
  repositories: FacesRepositories,
  tenantId: string,
  faces: readonly Face[],
  now: Date,
): Promise<Erased> => {
  const ids = faces.map((face) => face.id)
  const picture = await repositories.assets.markErasing(tenantId, ids)
  // Ordered here, done by a job: a vendor may be down.
  await queueVendorFaces(repositories, await repositories.vendorFaces.markErasing(tenantId, ids, now))
  for (const id of ids) await repositories.faces.delete(tenantId, id)
  return {
    ...NOTHING_ERASED,
    picture,
    template: faces.filter((face) => face.templateSealed !== null).length,
    vendor_reference: faces.filter((face) => face.vendorReference !== null).length,
  }
}
