import { queueVendorFaces } from '../../faces/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { queueVendorLooks } from './vendor-captures.ts'

/** Work this late has lost its job. */
const OVERDUE_MS = 60_000
const BATCH = 500

/** Orders again what vendors should have been asked or told by now. @returns how many */
export const recoverVendorWork = async ({ database, now }: CaptureDeps): Promise<number> => {
  const seenOn = now()
  const overdue = await database.vendorCaptures.listOverdue(new Date(seenOn.getTime() - OVERDUE_MS), BATCH)
  await queueVendorLooks(database, overdue, seenOn)
  const faces = await database.vendorFaces.listOverdue(new Date(seenOn.getTime() - OVERDUE_MS), BATCH)
  await queueVendorFaces(database, faces)
  return overdue.length + faces.length
}
