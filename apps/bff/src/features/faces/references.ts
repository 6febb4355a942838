import { isSameRecognition, recognitionsOf } from '../../providers/reference.ts'
import type { FaceProvider, Picture, Reference, ReferenceTemplate } from '../../providers/types.ts'
import { type AssetOf, findPicture } from '../pictures/index.ts'
import type { FacesDeps, FacesRepositories } from './deps.ts'
import type { ComparableFace, Face } from './faces-repo.ts'
import { retemplateFace } from './retemplate-face.ts'
import { openTemplate } from './seal-template.ts'
import { isUsableFace } from './usable-face-rules.ts'

type Owner = Pick<Face, 'tenantId' | 'applicantId'>

/** The applicant's faces that a provider can compare with, newest first. */
export const findUsableFaces = async (
  { faces }: Pick<FacesRepositories, 'faces'>,
  provider: Pick<FaceProvider, 'id' | 'capabilities' | 'recognition' | 'earlier'>,
  { tenantId, applicantId }: Owner,
  now: Date,
): Promise<ComparableFace[]> => {
  const { id, capabilities } = provider
  const active = await faces.listActive(tenantId, applicantId, now, recognitionsOf(provider))
  return active.filter((face) => isUsableFace(face, { id, references: capabilities.references }))
}

/** The same as a provider takes them. Pictures are looked up only for one that compares them itself. */
export const readReferences = async (
  deps: FacesDeps,
  provider: FaceProvider,
  owner: Owner,
): Promise<Reference[]> => {
  const faces = await findUsableFaces(deps.database, provider, owner, deps.now())
  return Promise.all(faces.map((face) => toReference(deps, face, provider)))
}

const toReference = async (
  deps: FacesDeps,
  face: ComparableFace,
  provider: FaceProvider,
): Promise<Reference> => {
  if (face.vendorReference !== null) return { faceId: face.id, vendorReference: face.vendorReference }
  if (provider.recognition) {
    const template = await findTemplate(deps, face, provider)
    return { faceId: face.id, ...(template ? { template } : {}) }
  }
  const takesPictures = provider.capabilities.references.includes('upload') && !provider.enrol
  const asset = takesPictures ? await findPicture(deps.database, face) : undefined
  return { faceId: face.id, ...(asset ? { picture: toPicture(deps.assets, asset) } : {}) }
}

/**
 * That of the present model; where a face has none of it yet, it is made on the spot of the picture that is kept, unless
 * that was tried in vain before. Failing that, that of the model before, while it runs beside the present one.
 */
const findTemplate = async (
  deps: FacesDeps,
  face: ComparableFace,
  provider: FaceProvider,
): Promise<ReferenceTemplate | undefined> => {
  const [present, earlier] = recognitionsOf(provider).map((recognition) =>
    face.templates.find((template) => isSameRecognition(template, recognition)),
  )
  if (present) return openTemplate(deps, face, present)
  const made = face.hasFailed ? undefined : await retemplateFace(deps, face, { isPersonWaiting: true })
  return made ?? (earlier && openTemplate(deps, face, earlier))
}

const toPicture = (assets: FacesDeps['assets'], asset: AssetOf<'face_image'>): Picture => {
  const read = async () => {
    const picture = await assets.get(asset)
    if (!picture) throw new Error('the picture of a face is gone')
    return picture
  }
  return {
    mediaType: asset.mediaType,
    bytes: asset.bytes,
    read,
    stream: async function* () {
      yield await read()
    },
  }
}
