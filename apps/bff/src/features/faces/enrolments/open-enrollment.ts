import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { DEFAULT_LINK_LIFETIME_S } from '@visavis/shared/limits'
import { createCaptureToken } from '../../links/index.ts'
import type { FacesRepositories } from '../deps.ts'
import type { Face } from '../faces-repo.ts'
import { advanceEnrollment } from './advance-enrollment.ts'
import type { FaceEnrollment } from './face-enrollments-repo.ts'

/** A link, and the one moment its token is known. */
export interface OpenedEnrollment {
  face: Face
  enrollment: FaceEnrollment
  verificationUrl: string
}

interface NewEnrollment {
  face: Pick<Face, 'id' | 'tenantId'>
  userJourneyId: string
  redirectUrl: string
  locale: string | null
  /** Seconds. */
  lifetime: number | undefined
  now: Date
  publicUrl: string
}

export const newEnrollment = ({ face, lifetime = DEFAULT_LINK_LIFETIME_S, now, ...input }: NewEnrollment) => {
  const { token, hash } = createCaptureToken()
  const enrollment: FaceEnrollment = {
    id: newId('faceEnrollment'),
    tenantId: face.tenantId,
    faceId: face.id,
    userJourneyId: input.userJourneyId,
    status: 'pending_redirection',
    responseCodes: [],
    redirectUrl: input.redirectUrl,
    locale: input.locale,
    captureTokenHash: hash,
    deviceKeyHash: null,
    expiresOn: new Date(now.getTime() + lifetime * 1000),
    consentOn: null,
    consent: null,
    captureCount: 0,
    source: null,
    checkResults: {},
    uploadId: null,
    ipAddress: null,
    metadataForgottenOn: null,
    createdOn: now,
    modifiedOn: now,
  }
  return { enrollment, verificationUrl: `${input.publicUrl}/verify/${enrollment.id}#${token}` }
}

/**
 * Closes the link a face has, if it is still open, so that another can take its place.
 * @returns the face as it is then
 * @throws AppError FACE_STATUS_CONFLICT
 */
export const closeEnrollment = async (
  repositories: FacesRepositories,
  face: Face,
  enrollment: FaceEnrollment | undefined,
  now: Date,
): Promise<Face> => {
  if (!enrollment) return face
  const step = { face, enrollment, trigger: 'replaced', codes: [64001], now } as const
  const closed = await advanceEnrollment(repositories, step)
  if (!closed) throw new AppError('FACE_STATUS_CONFLICT')
  return closed.face
}
