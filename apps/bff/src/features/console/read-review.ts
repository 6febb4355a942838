import type { ConsoleReviewView } from '@visavis/shared/console-api'
import { AppError } from '@visavis/shared/errors'
import { isId } from '@visavis/shared/ids'
import { given, toTime } from '../../http/view-parts.ts'
import { toApplicantView } from '../applicants/index.ts'
import {
  listAttempts,
  readFaceAuthentication,
  toAttemptView,
  toFaceAuthenticationView,
} from '../authentications/index.ts'
import { toFaceView } from '../faces/index.ts'
import { type Review, toReviewView } from '../reviews/index.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps } from './deps.ts'
import { toJourneyView } from './read-case.ts'
import { readReferencesOf, toPictureView } from './read-references.ts'

/** Far more than a journey's `retry_limit` lets there be. */
const ALL = { skip: 0, limit: 100 }

export const toReviewItemView = ({
  subjectId,
  cause,
  createdOn,
  applicantId,
  userJourneyId,
  fourEyes,
}: Review) => ({
  subject_id: subjectId,
  cause,
  created_on: toTime(createdOn),
  applicant_id: applicantId,
  ...given('user_journey_id', userJourneyId),
  four_eyes: fourEyes,
})

/** @throws AppError NOT_FOUND for what is the id of neither */
export const toSubjectKind = (subjectId: string): 'face' | 'face_authentication' => {
  if (isId('face', subjectId)) return 'face'
  if (isId('faceAuthentication', subjectId)) return 'face_authentication'
  throw new AppError('NOT_FOUND')
}

/** All that somebody needs to make up their mind. No address of a picture is in it. @throws AppError NOT_FOUND */
export const readReview = async (
  deps: ConsoleDeps,
  { id: userId, tenantId, deskTenantId }: ConsoleUser & { deskTenantId: string },
  subjectId: string,
): Promise<ConsoleReviewView> => {
  const { database, publicUrl } = deps
  const kind = toSubjectKind(subjectId)
  const review = await database.reviews.get(tenantId, subjectId)
  if (!review) throw new AppError('NOT_FOUND')
  const { applicantId, userJourneyId } = review
  const opinions = await database.reviews.listOpinions(tenantId, subjectId)
  const users = review.status === 'pending' ? [] : await database.consoleUsers.list(deskTenantId)
  const names = new Map(users.map(({ id, name }) => [id, name]))
  const applicant = await database.applicants.get(tenantId, applicantId)
  const journey = userJourneyId ? await database.userJourneys.get(tenantId, userJourneyId) : undefined
  const subject =
    kind === 'face'
      ? await readWaitingFace(deps, tenantId, subjectId)
      : await readDecided(deps, tenantId, subjectId)
  return {
    ...toReviewItemView(review),
    review: toReviewView(review),
    has_reviewed: opinions.some(({ actorId }) => actorId === userId),
    opinions:
      review.status === 'pending'
        ? []
        : opinions.map(({ actorId, outcome, reasonCode, reason, createdOn }) => ({
            ...given('reviewer', names.get(actorId) ?? null),
            outcome,
            reason_code: reasonCode,
            ...given('reason', reason),
            created_on: toTime(createdOn),
          })),
    ...(applicant ? { applicant: toApplicantView(publicUrl, applicant) } : {}),
    ...(journey ? { user_journey: toJourneyView(journey) } : {}),
    ...subject,
    references: (await readReferencesOf(deps, tenantId, applicantId)).filter(
      ({ face }) => face.id !== subjectId,
    ),
  } as ConsoleReviewView
}

const readWaitingFace = async ({ database, publicUrl }: ConsoleDeps, tenantId: string, faceId: string) => {
  const face = await database.faces.find(tenantId, faceId)
  const { rows } = await database.assets.listStored(tenantId, faceId, ALL)
  return {
    ...(face ? { face: toFaceView(publicUrl, face) } : {}),
    attempts: 0,
    pictures: rows.map(toPictureView),
  }
}

const readDecided = async (deps: ConsoleDeps, tenantId: string, id: string) => {
  const { database, publicUrl } = deps
  const { authentication, review } = await readFaceAuthentication(deps, tenantId, id)
  const attempts = await listAttempts(deps, tenantId, id, ALL)
  const decided = attempts.rows.find(({ attempt }) => attempt.status === 'completed')
  const kept = decided && (await database.assets.listStored(tenantId, decided.attempt.id, ALL))
  return {
    authentication: toFaceAuthenticationView(publicUrl, authentication, { review }),
    attempts: attempts.totalCount,
    ...(decided ? { attempt: toAttemptView(publicUrl, decided) } : {}),
    pictures: (kept?.rows ?? []).map(toPictureView),
  }
}
