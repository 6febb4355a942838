import type { ServiceDeps } from './deps.ts'
import { queueVendorLooks } from './vendor-captures.ts'

/** A capture this late has lost its job. */
const OVERDUE_MS = 60_000
const BATCH = 500

/** Orders again the looks at vendors' captures that should have been by now. @returns how many */
export const recoverVendorCaptures = async ({ database, now }: ServiceDeps): Promise<number> => {
  const seenOn = now()
  const overdue = await database.vendorCaptures.listOverdue(new Date(seenOn.getTime() - OVERDUE_MS), BATCH)
  await queueVendorLooks(database, overdue, seenOn)
  return overdue.length
}
