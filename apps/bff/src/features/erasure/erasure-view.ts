import { ERASURE_KINDS } from '@visavis/shared/statuses'
import { given, link, toTime } from '../../http/view-parts.ts'
import type { ErasureReceipt } from './erasure-receipts-repo.ts'

/** `self` is the address the receipt was asked for under. */
export const toErasureReceiptView = (self: string, receipt: ErasureReceipt) => ({
  id: receipt.id,
  created_on: toTime(receipt.createdOn),
  ...given('completed_on', receipt.completedOn && toTime(receipt.completedOn)),
  subject_id: receipt.subjectId,
  erased: ERASURE_KINDS.map((kind) => ({ kind, count: receipt.erased[kind] })),
  _links: { self: link(self) },
})
