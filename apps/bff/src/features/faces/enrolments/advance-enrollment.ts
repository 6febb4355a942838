import type { ResponseCode } from '@visavis/shared/response-codes'
import { dueTrigger } from '../../links/index.ts'
import type { FacesRepositories } from '../deps.ts'
import type { Face } from '../faces-repo.ts'
import { nextFace } from '../transition-rules.ts'
import type { FaceEnrollment, FaceEnrollmentsRepo } from './face-enrollments-repo.ts'
import { type EnrollmentTrigger, nextEnrollment } from './transition-rules.ts'

export interface EnrollmentRows {
  face: Face
  enrollment: FaceEnrollment
}

interface Step extends EnrollmentRows {
  trigger: EnrollmentTrigger
  codes: readonly ResponseCode[]
  now: Date
  /** Columns of the link that change along with its status. */
  alongside?: Parameters<FaceEnrollmentsRepo['update']>[1]
}

/**
 * Moves an enrolment link and its face one legal step, together. Call it inside a transaction that holds the face's
 * row.
 * @returns the rows as they are now, or `undefined` when the step is not legal (nothing is written then)
 */
export const advanceEnrollment = async (
  { faces, faceEnrollments }: FacesRepositories,
  { face, enrollment, trigger, codes, now, alongside = {} }: Step,
): Promise<EnrollmentRows | undefined> => {
  const step = nextEnrollment(enrollment.status, trigger)
  const faceStatus = step?.face ? nextFace(face.status, step.face) : face.status
  if (!step || !faceStatus) return undefined
  const isOver = step.status !== 'capture_in_progress'
  const change = {
    ...alongside,
    status: step.status,
    responseCodes: codes,
    ...(isOver ? { uploadId: null } : {}),
  }
  await faceEnrollments.update(enrollment.id, change, now)
  const moved = { face, enrollment: { ...enrollment, ...change, modifiedOn: now } }
  if (faceStatus === face.status) return moved
  await faces.update(face.id, { status: faceStatus }, now)
  return { ...moved, face: { ...face, status: faceStatus, modifiedOn: now } }
}

interface HeldFace {
  face: Face
  /** The link that is not over, if any. */
  enrollment: FaceEnrollment | undefined
}

/** Locks a face with its open link and applies what time has done to them since the last look. */
export const lockAndSettleFace = async (
  repositories: FacesRepositories,
  tenantId: string,
  faceId: string,
  now: Date,
): Promise<HeldFace | undefined> => {
  const face = await repositories.faces.lock(tenantId, faceId)
  if (!face) return undefined
  const enrollment = await repositories.faceEnrollments.findOpen(tenantId, faceId)
  const due = enrollment && dueTrigger(enrollment, now)
  if (!due) return { face, enrollment }
  const settled = await advanceEnrollment(repositories, { face, enrollment, ...due, now })
  return settled ? { face: settled.face, enrollment: undefined } : { face, enrollment }
}
