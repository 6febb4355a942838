import { AppError } from '@visavis/shared/errors'
import { removeErasedPictures } from '../pictures/index.ts'
import type { FacesDeps } from './deps.ts'
import { eraseTheseFaces } from './erase.ts'

/** Row, picture and template, for good. @throws AppError NOT_FOUND */
export const deleteFace = async (
  deps: FacesDeps,
  tenantId: string,
  { applicantId, faceId }: { applicantId: string; faceId: string },
): Promise<void> => {
  await deps.database.transaction(async (repositories) => {
    const face = await repositories.faces.lock(tenantId, faceId)
    if (face?.applicantId !== applicantId) throw new AppError('NOT_FOUND')
    await eraseTheseFaces(repositories, tenantId, { ids: [faceId] }, deps.now())
  })
  await removeErasedPictures(deps, tenantId)
}
