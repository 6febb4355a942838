import type { CourseEvent } from '@visavis/shared/capture-course'
import type { Attempt } from './attempt-row.ts'
import { addToCourse } from './course-rules.ts'
import type { AuthenticationsDeps } from './deps.ts'
import { isOpenAttempt } from './transition-rules.ts'

/** The last report of a page comes after the verdict; one that comes later than this is nobody's at a camera. */
const LAST_WORDS_MS = 600_000

export interface NotedCourse {
  isKept: boolean
  /** It is the first that says that the camera shows. */
  isCameraNew: boolean
}

const NOT_KEPT: NotedCourse = { isKept: false, isCameraNew: false }

/**
 * Keeps what the page of an attempt tells, with the attempt. Holds the face authentication meanwhile: an erasure comes
 * before, and nothing is written, or after, and takes it.
 */
export const noteCourse = async (
  { database, now }: Pick<AuthenticationsDeps, 'database' | 'now'>,
  { tenantId, faceAuthenticationId, id }: Pick<Attempt, 'tenantId' | 'faceAuthenticationId' | 'id'>,
  events: readonly CourseEvent[],
): Promise<NotedCourse> =>
  database.transaction(async ({ faceAuthentications, attempts }) => {
    const authentication = await faceAuthentications.lock(tenantId, faceAuthenticationId)
    if (!authentication || authentication.anonymizedOn) return NOT_KEPT
    const attempt = await attempts.get(tenantId, faceAuthenticationId, id)
    const course = attempt && mayTell(attempt, now()) && addToCourse(attempt.course, events)
    if (!attempt || !course) return NOT_KEPT
    const isCameraNew = attempt.cameraOn === null && events.some(({ type }) => type === 'camera_ready')
    const change = { course, ...(isCameraNew ? { cameraOn: now() } : {}) }
    // Nothing about the attempt itself has changed.
    await attempts.update(id, change, attempt.modifiedOn)
    return { isKept: true, isCameraNew }
  })

const mayTell = ({ openedOn, status, modifiedOn }: Attempt, now: Date): boolean =>
  openedOn !== null && (isOpenAttempt(status) || now.getTime() - modifiedOn.getTime() < LAST_WORDS_MS)
