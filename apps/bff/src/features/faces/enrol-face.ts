import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { EnrolOutcome } from '../../providers/types.ts'
import { storePicture, toPictureError, toPictureMarks } from '../pictures/index.ts'
import { admitFace } from './admit-face.ts'
import type { FacesDeps, FacesRepositories } from './deps.ts'
import { toFaceExpiry } from './face-expiry.ts'
import type { Face } from './faces-repo.ts'
import { makeReference, takesPictures } from './make-reference.ts'
import { sealTemplate } from './seal-template.ts'

interface EnrolFaceInput {
  tenantId: string
  applicantId: string
  /** Bytes as received; the engine decides whether it is a picture. */
  image: Uint8Array
  /** Default: the provider used where no journey names one. */
  provider?: string | undefined
  /** `null`: never; `undefined`: the operator's default. */
  expiresOn?: Date | null | undefined
  /** The attempt the picture was copied from, and whether it may still be used, asked under lock. */
  from?: { attemptId: string; assertUsable: (repositories: FacesRepositories) => Promise<void> }
}

/**
 * Makes a picture the applicant's reference.
 * @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED, FACE_LIMIT_REACHED, REQUEST_INVALID, IMAGE_TOO_LARGE,
 *   IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE
 */
export const enrolFace = async (deps: FacesDeps, input: EnrolFaceInput): Promise<Face> => {
  const { database, now } = deps
  const { tenantId, applicantId, image, from } = input
  const createdOn = now()
  const expiresOn = toFaceExpiry(input.expiresOn, createdOn, deps.faceLifetimeDays)
  const applicant = await database.applicants.get(tenantId, applicantId)
  if (!applicant) throw new AppError('NOT_FOUND')

  const provider = toProvider(deps, input.provider)
  const enrolled = usable(await makeReference(deps, image, { tenantId, isPersonWaiting: false }))
  const faceId = newId('face')
  const face: Face = {
    id: faceId,
    tenantId,
    applicantId,
    status: 'ACTIVE',
    provider,
    source: from ? 'attempt' : 'upload',
    sourceAttemptId: from?.attemptId ?? null,
    vendorReference: null,
    expiresOn,
    createdOn,
    modifiedOn: createdOn,
  }
  const marks = toPictureMarks(deps, tenantId, { bytes: image, print: enrolled.print })
  const kept = { tenantId, applicantId, ownerId: faceId, picture: image, marks }
  const isKept = await storePicture(deps, kept, async (repositories, applicantKey) => {
    const template = sealTemplate(deps, { ...face, applicantKey }, enrolled.template)
    await admitFace(repositories, face, [template])
    await from?.assertUsable(repositories)
  })
  if (!isKept) throw new AppError('APPLICANT_ANONYMIZED')
  return face
}

/** @throws AppError REQUEST_INVALID when the provider named takes no pictures */
const toProvider = ({ providers }: FacesDeps, id: string | undefined): string => {
  if (id === undefined) return providers.default.id
  if (!providers.find(id)) throw new AppError('REQUEST_INVALID', { errorCodes: ['provider__not_found'] })
  if (takesPictures(providers, id)) return id
  throw new AppError('REQUEST_INVALID', { errorCodes: ['provider__upload_not_supported'] })
}

const usable = (outcome: EnrolOutcome) => {
  if (outcome.kind === 'enrolled') return outcome
  throw toPictureError({ image: outcome.reason })
}
