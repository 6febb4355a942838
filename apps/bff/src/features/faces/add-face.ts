import { addFaceFromAttempt } from './add-face-from-attempt.ts'
import { addVendorFace } from './add-vendor-face.ts'
import { type CreatedFace, createFaceAtVendor } from './create-face-at-vendor.ts'
import type { FacesDeps } from './deps.ts'
import { enrolFace } from './enrol-face.ts'
import type { AddFaceInput } from './read-add-face.ts'

type AddedFace = Pick<CreatedFace, 'face'> & Partial<CreatedFace>

/** A new face, from whatever it is to be made of. */
export const addFace = async (
  deps: FacesDeps,
  owner: { tenantId: string; applicantId: string },
  { source, provider, expiresOn }: AddFaceInput,
): Promise<AddedFace> => {
  const shared = { ...owner, provider, expiresOn }
  switch (source.kind) {
    case 'image':
      return { face: await enrolFace(deps, { ...shared, image: source.image }) }
    case 'attempt':
      return { face: await addFaceFromAttempt(deps, { ...shared, attemptId: source.attemptId }) }
    case 'vendor':
      return { face: await addVendorFace(deps, { ...shared, vendorReference: source.vendorReference }) }
    case 'at-vendor':
      return createFaceAtVendor(deps, { ...shared, atVendor: source.atVendor, image: source.image })
  }
}
