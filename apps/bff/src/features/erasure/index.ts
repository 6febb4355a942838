/** Erasing everything personal, room by room, and the receipt for it. */

export { anonymizeApplicant } from './anonymize-applicant.ts'
export type { ErasureDeps, ErasureRepositories } from './deps.ts'
export { finishErasure, readErasureReceipt } from './erasure-receipt.ts'
export { erasureReceiptsRepo } from './erasure-receipts-repo.ts'
export { toErasureReceiptView } from './erasure-view.ts'
export { resumeErasures } from './resume-erasures.ts'
export { ERASURE_ENDPOINTS } from './routes.ts'
