import type { ErrorDetail } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import type { AddFace } from '@visavis/shared/faces-api'
import { newId } from '@visavis/shared/ids'
import type { FaceStatus } from '@visavis/shared/statuses'
import { callProvider } from '../../providers/call-provider.ts'
import type { FaceProvider } from '../../providers/types.ts'
import type { VendorFace, VendorFaces } from '../../providers/vendor-faces.ts'
import { getJourneyProvider, type UserJourney } from '../journeys/index.ts'
import { toPictureError } from '../pictures/index.ts'
import { admitFace } from './admit-face.ts'
import { callVendor } from './call-vendor.ts'
import type { FacesDeps } from './deps.ts'
import { toFaceExpiry } from './face-expiry.ts'
import type { Face } from './faces-repo.ts'
import { makeReference } from './make-reference.ts'

interface CreateFaceAtVendorInput {
  tenantId: string
  applicantId: string
  atVendor: NonNullable<AddFace['at_vendor']>
  /** Goes to the vendor and is not kept here. */
  image: Uint8Array | undefined
  expiresOn?: Date | null | undefined
}

/** A face, and how the person activates it where the vendor says so; shown this once. */
export interface CreatedFace {
  face: Face
  activation: VendorFace['activation']
}

type Managing = FaceProvider & { readonly faces: VendorFaces }

/**
 * Has the vendor of a journey make a face, which it keeps; erasing ours erases theirs.
 * @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED, FACE_LIMIT_REACHED, REQUEST_INVALID, IMAGE_REFUSED, IMAGE_TOO_LARGE,
 *   IMAGE_TYPE_UNSUPPORTED, VENDOR_ACCESS_REFUSED, PROVIDER_UNAVAILABLE
 */
export const createFaceAtVendor = async (
  deps: FacesDeps,
  input: CreateFaceAtVendorInput,
): Promise<CreatedFace> => {
  const { tenantId, applicantId, atVendor, image } = input
  const applicant = await deps.database.applicants.get(tenantId, applicantId)
  if (!applicant) throw new AppError('NOT_FOUND')
  if (applicant.anonymizedOn) throw new AppError('APPLICANT_ANONYMIZED')
  const { journey, provider } = await findManaging(deps, tenantId, atVendor.user_journey_id)
  if (image) {
    const checked = await makeReference(deps, image, { tenantId, isPersonWaiting: false })
    if (checked.kind === 'unusable') throw toPictureError({ image: checked.reason })
  }
  const made = await create(provider, atVendor, image)
  const createdOn = deps.now()
  const face: Face = {
    id: newId('face'),
    tenantId,
    applicantId,
    status: toStatus(made.status),
    provider: provider.id,
    source: 'vendor',
    sourceAttemptId: null,
    vendorReference: made.reference,
    expiresOn: made.expiresOn ?? toFaceExpiry(input.expiresOn, createdOn, deps.faceLifetimeDays),
    createdOn,
    modifiedOn: createdOn,
  }
  try {
    await record(deps, face, journey, atVendor.owner ?? null)
  } catch (failure) {
    // Nobody would know of it: the vendor forgets it again, or keeps it, if it is down just now.
    await callProvider(provider, async (signal) => provider.faces.delete?.(made.reference, signal)).catch(
      (cause: unknown) => deps.log.warn({ err: cause }, 'a face could not be taken back at its vendor'),
    )
    throw failure
  }
  return { face, activation: made.activation }
}

const record = (deps: FacesDeps, face: Face, journey: UserJourney, owner: string | null): Promise<void> =>
  deps.database.transaction(async (repositories) => {
    await admitFace(repositories, face)
    await repositories.vendorFaces.insert({
      faceId: face.id,
      tenantId: face.tenantId,
      applicantId: face.applicantId,
      userJourneyId: journey.id,
      provider: face.provider,
      owner,
      reference: face.vendorReference ?? '',
      status: 'kept',
      nextLookOn: null,
      createdOn: face.createdOn,
      modifiedOn: face.createdOn,
    })
  })

const findManaging = async (deps: FacesDeps, tenantId: string, journeyId: string) => {
  const refuse = (error: ErrorDetail): AppError =>
    new AppError('REQUEST_INVALID', { errorCodes: [`at_vendor__user_journey_id__${error}`] })
  const journey = await deps.database.userJourneys.get(tenantId, journeyId)
  if (!journey) throw refuse('not_found')
  const provider = getJourneyProvider(deps, journey)
  const { faces } = provider
  if (!faces) throw refuse('not_supported')
  return { journey, provider: { ...provider, faces } satisfies Managing }
}

const create = (
  provider: Managing,
  { owner, details }: CreateFaceAtVendorInput['atVendor'],
  picture: Uint8Array | undefined,
): Promise<VendorFace> => {
  const asked = { details: details ?? {}, ...(owner ? { owner } : {}), ...(picture ? { picture } : {}) }
  return callVendor(provider, (signal) => provider.faces.create(asked, signal), 'at_vendor')
}

/** Nothing is compared with a face of which we do not know that it is active. */
const toStatus = (status: VendorFace['status']): FaceStatus => (status === 'unknown' ? 'REVIEW' : status)
