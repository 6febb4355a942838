import { AppError } from '@visavis/shared/errors'
import type { listFacesSchema } from '@visavis/shared/lists-api'
import type * as z from 'zod'
import type { CursorPage, CursorPaged, Page, Paged } from '../../storage/paging.ts'
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

/**
 * Of all applicants, newest first. What time has moved out of the filter meanwhile is left out; those that wait at a
 * vendor are told as they were heard of last.
 */
export const listNewestFaces = async (
  deps: FacesDeps,
  tenantId: string,
  query: Omit<z.output<typeof listFacesSchema>, 'cursor' | 'limit'>,
  page: CursorPage,
): Promise<CursorPaged<Face>> => {
  const filter = {
    status: query.status,
    provider: query.provider,
    source: query.source,
    applicantId: query.applicant_id,
    externalApplicantId: query.external_applicant_id,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
  }
  const { rows, next } = await deps.database.faces.listNewest(tenantId, filter, page, deps.now())
  const settled: Face[] = []
  for (const face of rows) settled.push(await settle(deps, face))
  return { rows: settled.filter(({ status }) => status === (filter.status ?? status)), next }
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
