import { callProvider } from '../../providers/call-provider.ts'
import { getVendorProvider } from '../journeys/index.ts'
import type { FacesDeps } from './deps.ts'
import type { Face } from './faces-repo.ts'

const WAITING = ['NEW', 'ACTIVATING', 'REVIEW']
/** Somebody's own request waits for it. */
const DEADLINE_MS = 5_000

/**
 * A face that waits at a vendor, with the status the vendor gives it by now. A vendor that is down, or has no word for
 * it, leaves it as it was.
 */
export const refreshVendorFace = async (deps: FacesDeps, face: Face): Promise<Face> => {
  if (face.source !== 'vendor' || !WAITING.includes(face.status)) return face
  const row = await deps.database.vendorFaces.get(face.tenantId, face.id)
  if (!row?.owner) return face
  const { owner, reference } = row
  const provider = await getVendorProvider(deps, row)
  const list = provider.faces?.list
  if (!list) return face
  const asked = callProvider(provider, (signal) => list(owner, signal), DEADLINE_MS)
  const known = await asked.catch((failure: unknown) => {
    deps.log.warn({ face_id: face.id, err: failure }, 'the vendor could not be asked about a face')
    return []
  })
  const theirs = known.find((each) => each.reference === reference)
  if (!theirs || theirs.status === 'unknown' || theirs.status === face.status) return face
  const change = { status: theirs.status, expiresOn: theirs.expiresOn ?? face.expiresOn }
  return deps.database.transaction(async ({ faces }) => {
    const current = await faces.lock(face.tenantId, face.id)
    // Changed or deleted here while the vendor was asked: that is newer.
    if (current?.status !== face.status) return current ?? face
    const modifiedOn = deps.now()
    await faces.update(face.id, change, modifiedOn)
    return { ...current, ...change, modifiedOn }
  })
}
