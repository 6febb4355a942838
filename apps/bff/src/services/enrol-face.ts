import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { callProvider } from '../providers/call-provider.ts'
import type { EnrolOutcome } from '../providers/types.ts'
import type { Face } from '../storage/db/types.ts'
import type { ServiceDeps } from './deps.ts'
import { storePicture } from './store-picture.ts'

interface EnrolFaceInput {
  tenantId: string
  applicantId: string
  /** Bytes as received; the engine decides whether it is a picture. */
  image: Uint8Array
}

/**
 * Makes a picture the applicant's reference.
 * @throws AppError NOT_FOUND, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE
 */
export const enrolFace = async (deps: ServiceDeps, input: EnrolFaceInput): Promise<Face> => {
  const { database, providers, sealer, now } = deps
  const { tenantId, applicantId, image } = input
  const applicant = await database.applicants.get(tenantId, applicantId)
  if (!applicant) throw new AppError('NOT_FOUND')

  const provider = providers.default
  const enrol = provider.enrol
  if (!enrol) throw new AppError('PROVIDER_UNAVAILABLE')
  const enrolled = usable(await callProvider(provider, (signal) => enrol(image, signal)))

  const faceId = newId('face')
  const createdOn = now()
  const face: Face = {
    id: faceId,
    tenantId,
    applicantId,
    status: 'ACTIVE',
    provider: provider.id,
    templateModel: enrolled.template.modelId,
    templateSealed: sealer.seal(enrolled.template.data, `template:${faceId}`),
    createdOn,
    modifiedOn: createdOn,
  }
  await storePicture(deps, { tenantId, ownerId: faceId, picture: image }, (repositories) =>
    repositories.faces.insert(face),
  )
  return face
}

const usable = (outcome: EnrolOutcome) => {
  if (outcome.kind === 'enrolled') return outcome
  if (outcome.reason === 'image_too_large') throw new AppError('IMAGE_TOO_LARGE')
  if (outcome.reason === 'image_type_unsupported') throw new AppError('IMAGE_TYPE_UNSUPPORTED')
  throw new AppError('IMAGE_REFUSED', { errorCodes: [`image__${outcome.reason.replace(/^image_/, '')}`] })
}
