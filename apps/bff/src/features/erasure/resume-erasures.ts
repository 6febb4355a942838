import type { ErasureDeps } from './deps.ts'
import { finishErasure } from './erasure-receipt.ts'

const BATCH = 20

/** Takes the steps of erasures that a process that died left over. @returns how many it took up */
export const resumeErasures = async (deps: ErasureDeps, signal?: AbortSignal): Promise<number> => {
  const left = await deps.database.erasureReceipts.listUnfinished(BATCH)
  for (const { tenantId, subjectId } of left) {
    if (signal?.aborted) break
    await finishErasure(deps, tenantId, subjectId)
  }
  return left.length
}
