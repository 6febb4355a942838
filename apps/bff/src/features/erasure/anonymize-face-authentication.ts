import { AppError } from '@visavis/shared/errors'
import { type FaceAuthentication, lockAndSettle } from '../authentications/index.ts'
import type { ErasureDeps } from './deps.ts'
import { eraseFaceAuthentication } from './erase-face-authentication.ts'
import { finishErasure, newErasureReceipt } from './erasure-receipt.ts'

/** Irreversible; repeating it changes nothing. @throws AppError NOT_FOUND */
export const anonymizeFaceAuthentication = async (
  deps: ErasureDeps,
  tenantId: string,
  id: string,
): Promise<FaceAuthentication> => {
  const anonymized = await deps.database.transaction(async (repositories) => {
    const now = deps.now()
    const held = await lockAndSettle(repositories, tenantId, id, now)
    if (!held) throw new AppError('NOT_FOUND')
    if (held.authentication.anonymizedOn) return held.authentication
    const { authentication, erased } = await eraseFaceAuthentication(repositories, held, now)
    await repositories.erasureReceipts.insert(newErasureReceipt({ tenantId, subjectId: id, erased, now }))
    return authentication
  })
  await finishErasure(deps, tenantId, id)
  return anonymized
}
