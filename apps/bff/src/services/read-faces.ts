import { AppError } from '@visavis/shared/errors'
import { faceStatusAt } from '../domain/face-transitions.ts'
import type { Face, Page, Paged } from '../storage/db/types.ts'
import type { ServiceDeps } from './deps.ts'

/** With the status as of now: a face whose time is up reads EXPIRED. */
export const toFaceAsOfNow = (face: Face, now: Date): Face => ({ ...face, status: faceStatusAt(face, now) })

/** @throws AppError NOT_FOUND */
export const listFaces = async (
  { database, now }: ServiceDeps,
  tenantId: string,
  applicantId: string,
  page: Page,
): Promise<Paged<Face>> => {
  if (!(await database.applicants.get(tenantId, applicantId))) throw new AppError('NOT_FOUND')
  const { totalCount, rows } = await database.faces.list(tenantId, applicantId, page)
  return { totalCount, rows: rows.map((face) => toFaceAsOfNow(face, now())) }
}

/** @throws AppError NOT_FOUND */
export const readFace = async (
  { database, now }: ServiceDeps,
  tenantId: string,
  applicantId: string,
  faceId: string,
): Promise<Face> => {
  const face = await database.faces.get(tenantId, applicantId, faceId)
  if (!face) throw new AppError('NOT_FOUND')
  return toFaceAsOfNow(face, now())
}
