import { AppError } from '@visavis/shared/errors'
import { type FaceAuthentication, holdErasureScope } from '../authentications/index.ts'
import type { ErasureDeps } from './deps.ts'
import { eraseInEveryRoom } from './erase.ts'
import { finishErasure, newErasureReceipt } from './erasure-receipt.ts'

/** Irreversible; repeating it changes nothing. @throws AppError NOT_FOUND */
export const anonymizeFaceAuthentication = async (
  deps: ErasureDeps,
  tenantId: string,
  id: string,
): Promise<FaceAuthentication> => {
  const anonymized = await deps.database.transaction(async (repositories) => {
    const now = deps.now()
    const scope = await holdErasureScope(repositories, tenantId, { faceAuthenticationId: id })
    // Nothing to hold: there is none, or it was anonymized before.
    if (scope.faceAuthenticationIds.length > 0) {
      const erased = await eraseInEveryRoom(repositories, scope, now)
      await repositories.erasureReceipts.insert(newErasureReceipt({ tenantId, subjectId: id, erased, now }))
    }
    return repositories.faceAuthentications.get(tenantId, id)
  })
  if (!anonymized) throw new AppError('NOT_FOUND')
  await finishErasure(deps, tenantId, id)
  return anonymized
}
