import type { FacesDeps } from './deps.ts'
import { refreshVendorFace } from './refresh-vendor-face.ts'

/** Asks vendors about the applicant's faces that wait there, so that one they made active meanwhile is compared with. */
export const refreshWaitingFaces = async (
  deps: FacesDeps,
  { tenantId, applicantId }: { tenantId: string; applicantId: string },
): Promise<void> => {
  const faces = await deps.database.faces.listAll(tenantId, applicantId)
  await Promise.all(faces.map((face) => refreshVendorFace(deps, face)))
}
