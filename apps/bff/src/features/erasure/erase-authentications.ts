import type { Cursor } from '@visavis/shared/cursor'
import { addErased } from '../../storage/erased.ts'
import { holdErasureScope } from '../authentications/index.ts'
import type { ErasureDeps } from './deps.ts'
import { eraseInEveryRoom } from './erase.ts'
import type { ErasureReceipt } from './erasure-receipts-repo.ts'

/**
 * Each step is a transaction of a few statements. On PGlite this thread does nothing else meanwhile, and how long that is
 * depends on the machine and on how many endpoints hear of each: as many rows as take it about this long.
 */
const STEP_US = 40_000
const FIRST_STEP = 10
const MAX_STEP = 100

type Subject = Pick<ErasureReceipt, 'id' | 'tenantId' | 'subjectId'>

/**
 * Erases the face authentications of an applicant who was erased, a step at a time. Whatever stops it, the steps that
 * were taken stay taken and counted, and the next call goes on.
 */
export const eraseAuthenticationsInSteps = async (deps: ErasureDeps, subject: Subject): Promise<void> => {
  let limit = FIRST_STEP
  let after: Cursor | undefined
  for (;;) {
    // Before the first one, too: the applicant's own rows went a moment ago.
    await deps.database.giveWay()
    const before = process.threadCpuUsage()
    after = await takeStep(deps, subject, { limit, after })
    if (!after) return
    const { user, system } = process.threadCpuUsage(before)
    limit = Math.ceil(Math.min((limit * STEP_US) / (user + system), 2 * limit, MAX_STEP))
  }
}

/** @returns the last row that it erased; `undefined` when there was nothing left */
const takeStep = (
  { database, now }: ErasureDeps,
  { id, tenantId, subjectId }: Subject,
  part: { limit: number; after: Cursor | undefined },
): Promise<Cursor | undefined> =>
  database.transaction(async (repositories) => {
    // Whoever else works on it waits here, and counts what is erased once.
    const receipt = await repositories.erasureReceipts.lock(id)
    if (!receipt || receipt.completedOn) return undefined
    const scope = await holdErasureScope(repositories, tenantId, { applicantId: subjectId, ...part })
    if (scope.authentications.length === 0) return undefined
    const erased = await eraseInEveryRoom(repositories, scope, now())
    await repositories.erasureReceipts.count(id, addErased(receipt.erased, erased))
    return scope.authentications.at(-1)
  })
