import { AppError } from '@visavis/shared/errors'
import type { UpdateFace } from '@visavis/shared/faces-api'
import { getVendorProvider } from '../journeys/index.ts'
import { callVendor } from './call-vendor.ts'
import type { FacesDeps } from './deps.ts'

interface FaceId {
  tenantId: string
  applicantId: string
  faceId: string
}

const find = async (deps: FacesDeps, { tenantId, applicantId, faceId }: FaceId) => {
  const row = await deps.database.vendorFaces.get(tenantId, faceId)
  if (row?.applicantId !== applicantId || row.status !== 'kept') return undefined
  const provider = await getVendorProvider(deps, row)
  return provider.faces && { row, provider, faces: provider.faces }
}

/** Tells the vendor first, so that both agree; does nothing for a face no vendor manages. @throws AppError as `callVendor` */
export const updateVendorFace = async (
  deps: FacesDeps,
  id: FaceId,
  { status, expires_on: expiresOn }: UpdateFace,
): Promise<void> => {
  const found = await find(deps, id)
  const { update } = found?.faces ?? {}
  const owner = found?.row.owner
  if (!found) return
  if (status === 'FAILED') throw new AppError('FACE_STATUS_CONFLICT')
  if (!update || !owner) return
  const change = { ...(status ? { status } : {}), ...(expiresOn ? { expiresOn } : {}) }
  if (Object.keys(change).length === 0) return
  await callVendor(found.provider, (signal) => update(owner, change, signal))
}

/**
 * Has the vendor send its own message once more. @returns whether there is a vendor that does
 * @throws AppError as `callVendor`
 */
export const activateVendorFace = async (deps: FacesDeps, id: FaceId): Promise<boolean> => {
  const found = await find(deps, id)
  const { activate } = found?.faces ?? {}
  if (!found || !activate) return false
  await callVendor(found.provider, (signal) => activate(found.row.reference, signal))
  return true
}

/** What the vendor's policy says, as it says it. @throws AppError NOT_FOUND where there is none, and as `callVendor` */
export const readVendorFaceSettings = async (
  deps: FacesDeps,
  id: FaceId,
): Promise<Readonly<Record<string, unknown>>> => {
  const found = await find(deps, id)
  const { settings } = found?.faces ?? {}
  const owner = found?.row.owner
  if (!found || !settings || !owner) throw new AppError('NOT_FOUND')
  return callVendor(found.provider, (signal) => settings(owner, signal))
}
