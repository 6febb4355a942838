import { AppError } from '@visavis/shared/errors'
import type { Page, Paged } from '../../storage/paging.ts'
import type { FacesDeps } from './deps.ts'
import { lockAndSettleFace } from './enrolments/advance-enrollment.ts'
import type { Face } from './faces-repo.ts'
import { refreshVendorFace } from './refresh-vendor-face.ts'
import { faceStatusAt } from './transition-rules.ts'

/** With the status as of now: a face whose time is up reads EXPIRED. */
export const toFaceAsOfNow = (face: Face, now: Date): Face => ({ ...face, status: faceStatusAt(face, now) })

/** @throws AppError NOT_FOUND */
export const listFaces = async (
  deps: FacesDeps,
  tenantId: string,
  applicantId: string,
  page: Page,
): Promise<Paged<Face>> => {
  const { database } = deps
  if (!(await database.applicants.get(tenantId, applicantId))) throw new AppError('NOT_FOUND')
  const { totalCount, rows } = await database.faces.list(tenantId, applicantId, page)
  const settled: Face[] = []
  for (const face of rows) settled.push(await settle(deps, face))
  return { totalCount, rows: settled }
}

/** One that waits at a vendor is asked about there. @throws AppError NOT_FOUND */
export const readFace = async (
  deps: FacesDeps,
  tenantId: string,
  applicantId: string,
  faceId: string,
): Promise<Face> => {
  const face = await deps.database.faces.get(tenantId, applicantId, faceId)
  if (!face) throw new AppError('NOT_FOUND')
  return settle(deps, await refreshVendorFace(deps, face))
}

/** Only a face under capture can have been left alone since the last look. */
const settle = async ({ database, now }: FacesDeps, face: Face): Promise<Face> => {
  if (face.status !== 'ACTIVATING') return toFaceAsOfNow(face, now())
  const held = await database.transaction((repositories) =>
    lockAndSettleFace(repositories, face.tenantId, face.id, now()),
  )
  return toFaceAsOfNow(held?.face ?? face, now())
}
