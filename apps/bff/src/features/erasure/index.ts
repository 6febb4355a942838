/** Erasing everything personal, room by room, and the receipt for it. */

export type { ErasureDeps, ErasureRepositories } from './deps.ts'
export { finishErasure } from './erasure-receipt.ts'
export { erasureReceiptsRepo } from './erasure-receipts-repo.ts'
export { resumeErasures } from './resume-erasures.ts'
export { ERASURE_ENDPOINTS } from './routes.ts'
