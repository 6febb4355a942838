import { AppError } from '@visavis/shared/errors'
import { callEngine } from '../../../providers/embedded/call-engine.ts'
import type { StoredObject } from '../../pictures/index.ts'
import type { CaptureSubject, HeldCapture } from '../capture-subject.ts'
import { keepsVideo } from '../challenge/challenge-rules.ts'
import { readVideo } from '../challenge/keep-video.ts'
import type { CaptureDeps } from '../deps.ts'
import { readTurns } from './read-turns.ts'

/**
 * What is kept of the turns that a verdict rests on, where the journey keeps it: a strip of the frames, and the video if
 * one came. It belongs to the attempt from then on. Of an enrolment nothing is kept beside the face itself.
 * @throws AppError LIVENESS_UNAVAILABLE, CHALLENGE_OVER, PROVIDER_UNAVAILABLE, RATE_LIMITED
 */
export const collectEvidence = async (
  deps: CaptureDeps,
  { purpose, tenantId, pictureOwnerId: ownerId }: CaptureSubject,
  { journey, challenge, turn, applicantId }: HeldCapture,
): Promise<StoredObject[]> => {
  const isKept = purpose === 'authentication' && turn === 'done' && (journey?.livenessEvidenceDays ?? 0) > 0
  if (!isKept || !challenge) return []
  const { liveness: engine } = deps
  if (!engine) throw new AppError('LIVENESS_UNAVAILABLE')
  const turns = await readTurns(deps, challenge)
  const rows = turns.map(({ frames }) => frames.map(({ image }) => image))
  const strip = await callEngine((signal) =>
    engine.filmstrip(rows, { signal, tenantId, isPersonWaiting: true }),
  )
  const video = keepsVideo(journey, purpose) ? await readVideo(deps, challenge) : undefined
  const owned = { tenantId, ownerId, applicantId }
  return [
    ...(strip
      ? [{ ...owned, type: 'turn_filmstrip', mediaType: 'image/jpeg', content: strip } as const]
      : []),
    ...(video ? [{ ...owned, type: 'face_video', ...video } as const] : []),
  ]
}
