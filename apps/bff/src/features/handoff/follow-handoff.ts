import type { ClientDevice } from '@visavis/shared/attempt-details'
import { AppError } from '@visavis/shared/errors'
import type { Handoff as HandoffView } from '@visavis/shared/handoff-api'
import { isOpenAttempt } from '../authentications/index.ts'
import {
  assertOwnDevice,
  type CaptureSubject,
  findSubjectByToken,
  type HeldCapture,
  type ProvenDevice,
  toClient,
  toLinkOwner,
  withCapture,
} from '../capture/index.ts'
import { hashSecret } from '../links/index.ts'
import type { HandoffDeps, HandoffRepositories } from './deps.ts'
import { findHandoffSubject } from './find-handoff-subject.ts'
import type { Handoff } from './handoffs-repo.ts'
import { toHandoffView } from './to-handoff-view.ts'

/** Who gave a link away: by the token it had, from the browser that had it. */
export interface Follower {
  token: string
  device: ProvenDevice | undefined
}

/**
 * How far a hand-off is, for the device that gave the link away: by the token that it had, whether that still opens
 * the link or not.
 * @throws AppError CAPTURE_TOKEN_INVALID, LINK_IN_USE, PROOF_INVALID, NOT_FOUND when no hand-off was started
 */
export const followHandoff = (deps: HandoffDeps, follower: Follower): Promise<HandoffView> =>
  withFollowed(deps, follower, async ({ held, handoff }) => toHandoffView(deps, held, handoff))

/**
 * Ends a hand-off. After the other device has the link, it comes back to this one, under the token and the key it had.
 * @throws AppError CAPTURE_TOKEN_INVALID, LINK_IN_USE, PROOF_INVALID, NOT_FOUND
 */
export const cancelHandoff = (
  deps: HandoffDeps,
  follower: Follower,
  device: ClientDevice,
): Promise<HandoffView> =>
  withFollowed(deps, follower, async ({ held, handoff }, repositories) => {
    const { followerHash, followerKeyHash } = handoff
    const change = {
      state: 'cancelled',
      digitsHash: null,
      followerHash: null,
      followerKeyHash: null,
    } as const
    await repositories.handoffs.update(handoff.id, change)
    // What is over was done by the other device.
    const client = isOpenAttempt(held.state.status) ? { client: toClient(held, device, false) } : {}
    const back = followerHash
      ? await held.update({
          captureTokenHash: followerHash,
          deviceKeyHash: followerKeyHash,
          uploadId: null,
          ...client,
        })
      : held
    return toHandoffView(deps, back, { ...handoff, ...change })
  })

interface Followed {
  held: HeldCapture
  handoff: Handoff
}

const withFollowed = async (
  deps: HandoffDeps,
  { token, device }: Follower,
  work: (followed: Followed, repositories: HandoffRepositories) => Promise<HandoffView>,
): Promise<HandoffView> => {
  const hash = hashSecret(token)
  const given = await deps.database.handoffs.findByFollower(hash)
  const subject: CaptureSubject = given
    ? await findHandoffSubject(deps, given)
    : await findSubjectByToken(deps, token)
  assertOwnDevice(given ? given.followerKeyHash : subject.deviceKeyHash, device)
  return withCapture(deps, subject, async (held, repositories) => {
    const handoff = await repositories.handoffs.findByOwner(toLinkOwner(subject))
    if (!handoff) throw new AppError('NOT_FOUND')
    // The device that took the link over holds a good token too, but gave nothing away.
    const isFollower = handoff.followerHash === null || Buffer.compare(handoff.followerHash, hash) === 0
    if (!isFollower) throw new AppError('NOT_FOUND')
    return work({ held, handoff }, repositories)
  })
}
