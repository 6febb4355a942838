import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { admitFace } from './admit-face.ts'
import type { FacesDeps } from './deps.ts'
import { toFaceExpiry } from './face-expiry.ts'
import type { Face } from './faces-repo.ts'

interface AddVendorFaceInput {
  tenantId: string
  applicantId: string
  vendorReference: string
  provider: string | undefined
  expiresOn?: Date | null | undefined
}

/**
 * Notes the reference a provider keeps itself. There is no picture and no template here, so only that provider can
 * use it.
 * @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED, FACE_LIMIT_REACHED; REQUEST_INVALID naming `provider`
 */
export const addVendorFace = async (deps: FacesDeps, input: AddVendorFaceInput): Promise<Face> => {
  const { database, providers, now } = deps
  const { tenantId, applicantId, vendorReference } = input
  if (input.provider === undefined) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['provider__required'] })
  }
  const provider = providers.find(input.provider)
  if (!provider) throw new AppError('REQUEST_INVALID', { errorCodes: ['provider__not_found'] })
  if (provider.capabilities.references.every((kind) => kind === 'upload')) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['provider__vendor_reference_not_supported'] })
  }
  const createdOn = now()
  const face: Face = {
    id: newId('face'),
    tenantId,
    applicantId,
    status: 'ACTIVE',
    provider: provider.id,
    source: 'vendor',
    sourceAttemptId: null,
    vendorReference,
    expiresOn: toFaceExpiry(input.expiresOn, createdOn, deps.faceLifetimeDays),
    createdOn,
    modifiedOn: createdOn,
  }
  await database.transaction((repositories) => admitFace(repositories, face))
  return face
}
