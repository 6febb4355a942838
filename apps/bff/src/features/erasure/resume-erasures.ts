import { eachApart } from '../../storage/each-apart.ts'
import type { ErasureDeps } from './deps.ts'
import { finishErasure } from './erasure-receipt.ts'

const BATCH = 20

/**
 * Takes the steps of erasures that a process that died left over. @returns how many it took up
 * @throws what failed first, once all had their turn
 */
export const resumeErasures = async (deps: ErasureDeps, signal?: AbortSignal): Promise<number> => {
  const left = await deps.database.erasureReceipts.listUnfinished(BATCH)
  await eachApart(left, ({ tenantId, subjectId }) => finishErasure(deps, tenantId, subjectId), signal)
  return left.length
}
