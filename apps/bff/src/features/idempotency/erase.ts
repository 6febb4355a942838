import { type Erase, NOTHING_ERASED } from '../../storage/erased.ts'
import type { IdempotencyRepositories } from './deps.ts'

/** Drops the kept answers that name what is erased: they are no datum of their own, and no receipt counts them. */
export const eraseIdempotentAnswers: Erase<IdempotencyRepositories> = async (
  { idempotencyKeys },
  { tenantId, applicantId, faceAuthenticationIds, attemptIds },
) => {
  const named = applicantId === undefined ? [] : [applicantId]
  await idempotencyKeys.forget(tenantId, [...named, ...faceAuthenticationIds, ...attemptIds])
  return NOTHING_ERASED
}
