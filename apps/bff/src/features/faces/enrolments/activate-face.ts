import { AppError } from '@visavis/shared/errors'
import type { ActivateFace } from '@visavis/shared/faces-api'
import { assertRedirectAllowed } from '../../journeys/index.ts'
import type { FacesDeps } from '../deps.ts'
import { faceStatusAt } from '../transition-rules.ts'
import { lockAndSettleFace } from './advance-enrollment.ts'
import { findEnrolJourney } from './find-enrol-journey.ts'
import { closeEnrollment, newEnrollment, type OpenedEnrollment } from './open-enrollment.ts'
import { assertMailable, sendActivationEmail } from './send-activation-email.ts'

/**
 * Sends the applicant a fresh link for a face that still waits for its picture; the link before it stops working.
 * @throws AppError NOT_FOUND, FACE_STATUS_CONFLICT, REQUEST_INVALID, MAIL_NOT_CONFIGURED, MAIL_UNAVAILABLE
 */
export const activateFace = async (
  deps: FacesDeps,
  tenantId: string,
  { applicantId, faceId }: { applicantId: string; faceId: string },
  input: ActivateFace,
): Promise<OpenedEnrollment> => {
  const { database } = deps
  const applicant = await database.applicants.get(tenantId, applicantId)
  const known = await database.faces.get(tenantId, applicantId, faceId)
  const before = known && (await database.faceEnrollments.findLatest(tenantId, faceId))
  if (!applicant || !known) throw new AppError('NOT_FOUND')
  if (!before) throw new AppError('FACE_STATUS_CONFLICT')
  assertMailable(deps, applicant)
  const redirectUrl = input.redirect_url ?? before.redirectUrl
  const journey = await findEnrolJourney(deps, tenantId, before.userJourneyId ?? undefined)
  assertRedirectAllowed(journey, redirectUrl)

  const opened = await database.transaction(async (repositories) => {
    const now = deps.now()
    const held = await lockAndSettleFace(repositories, tenantId, faceId, now)
    if (!held) throw new AppError('NOT_FOUND')
    if (faceStatusAt(held.face, now) !== 'NEW') throw new AppError('FACE_STATUS_CONFLICT')
    const face = await closeEnrollment(repositories, held.face, held.enrollment, now)
    const { enrollment, verificationUrl } = newEnrollment({
      face,
      userJourneyId: journey.id,
      redirectUrl,
      locale: input.locale ?? before.locale,
      lifetime: input.lifetime,
      now,
      publicUrl: deps.publicUrl,
    })
    await repositories.faceEnrollments.insert(enrollment)
    return { face, enrollment, verificationUrl }
  })
  await sendActivationEmail(deps, applicant, opened.enrollment, opened.verificationUrl).catch(
    async (failure) => {
      await withdraw(deps, opened)
      throw failure
    },
  )
  return opened
}

/** A link nobody was told of is closed again. */
const withdraw = ({ database, now }: FacesDeps, { face }: OpenedEnrollment): Promise<void> =>
  database.transaction(async (repositories) => {
    const held = await lockAndSettleFace(repositories, face.tenantId, face.id, now())
    if (held) await closeEnrollment(repositories, held.face, held.enrollment, now())
  })
