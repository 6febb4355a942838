import { AppError } from '@visavis/shared/errors'
import { sniffVideoType, type VideoMediaType } from '@visavis/shared/video-type'
import { storeObject } from '../../pictures/index.ts'
import { assertMayCapture, withCapture } from '../capture-context.ts'
import type { CaptureSubject, HeldCapture } from '../capture-subject.ts'
import type { CaptureDeps, CaptureRepositories } from '../deps.ts'
import { keepsVideo } from './challenge-rules.ts'
import type { LivenessChallenge } from './challenges-repo.ts'

/**
 * Keeps the video of the turns until the picture is judged, as their frames are. Nothing looks at what it shows: it is for
 * people. One a challenge, after the last step; what comes later, or where the journey keeps none, is not taken.
 * @throws AppError NOT_FOUND, CONTENT_TYPE_UNSUPPORTED, CHALLENGE_OVER, ATTEMPT_CLOSED, CONSENT_REQUIRED, APPLICANT_LOCKED,
 *   APPLICANT_DELAYED
 */
export const takeVideo = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  challengeId: string,
  video: Uint8Array,
): Promise<void> => {
  const applicantId = await withCapture(deps, subject, async (held) => {
    assertAwaited(held, subject, challengeId)
    return held.applicantId
  })
  const mediaType = sniffVideoType(video)
  if (!mediaType) throw new AppError('CONTENT_TYPE_UNSUPPORTED')
  const object = { tenantId: subject.tenantId, ownerId: challengeId, applicantId, mediaType, content: video }
  await storeObject(deps, { ...object, type: 'turn_video' }, async (repositories: CaptureRepositories) => {
    const held = await subject.hold(repositories)
    if (!held) throw new AppError('CAPTURE_TOKEN_INVALID')
    const challenge = assertAwaited(held, subject, challengeId)
    if (await findVideo(repositories, challenge)) throw new AppError('CHALLENGE_OVER')
  })
}

const assertAwaited = (
  held: HeldCapture,
  { purpose }: CaptureSubject,
  challengeId: string,
): LivenessChallenge => {
  assertMayCapture(held)
  if (!keepsVideo(held.journey, purpose)) throw new AppError('NOT_FOUND')
  const { challenge, turn } = held
  if (challenge?.id !== challengeId || turn !== 'done') throw new AppError('CHALLENGE_OVER')
  return challenge
}

const findVideo = async (
  { assets }: Pick<CaptureRepositories, 'assets'>,
  { tenantId, id }: Pick<LivenessChallenge, 'tenantId' | 'id'>,
) =>
  (await assets.listByOwner(tenantId, id)).find(
    ({ type, status }) => type === 'turn_video' && status === 'stored',
  )

/** `undefined`: none came. */
export const readVideo = async (
  { database, assets }: CaptureDeps,
  challenge: Pick<LivenessChallenge, 'tenantId' | 'id'>,
): Promise<{ mediaType: VideoMediaType; content: Uint8Array } | undefined> => {
  const asset = await findVideo(database, challenge)
  const content = asset && (await assets.get(asset))
  const mediaType = content && sniffVideoType(content)
  return content && mediaType && { mediaType, content }
}
