import { callProvider } from '../providers/call-provider.ts'
import type { Face } from '../storage/db/types.ts'
import type { ServiceDeps } from './deps.ts'
import { getVendorProvider } from './vendor-provider.ts'

const WAITING = ['NEW', 'ACTIVATING', 'REVIEW']

/**
 * A face that waits at a vendor, with the status the vendor gives it by now. A vendor that is down, or has no word for
 * it, leaves it as it was.
 */
export const refreshVendorFace = async (deps: ServiceDeps, face: Face): Promise<Face> => {
  if (face.source !== 'vendor' || !WAITING.includes(face.status)) return face
  const row = await deps.database.vendorFaces.get(face.tenantId, face.id)
  if (!row?.owner) return face
  const { owner, reference } = row
  const provider = await getVendorProvider(deps, row)
  const list = provider.faces?.list
  if (!list) return face
  const known = await callProvider(provider, (signal) => list(owner, signal)).catch((failure: unknown) => {
    deps.log.warn({ face_id: face.id, err: failure }, 'the vendor could not be asked about a face')
    return []
  })
  const theirs = known.find((each) => each.reference === reference)
  if (!theirs || theirs.status === 'unknown' || theirs.status === face.status) return face
  const change = { status: theirs.status, expiresOn: theirs.expiresOn ?? face.expiresOn }
  const modifiedOn = deps.now()
  await deps.database.faces.update(face.id, change, modifiedOn)
  return { ...face, ...change, modifiedOn }
}
