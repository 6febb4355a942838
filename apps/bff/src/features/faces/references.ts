import { isSameRecognition } from '../../providers/reference.ts'
import type { FaceProvider, Picture, Recognition, Reference } from '../../providers/types.ts'
import type { Asset } from '../pictures/index.ts'
import type { FacesDeps, FacesRepositories } from './deps.ts'
import type { ComparableFace, Face } from './faces-repo.ts'
import { openTemplate } from './seal-template.ts'
import { isUsableFace } from './usable-face-rules.ts'

type Owner = Pick<Face, 'tenantId' | 'applicantId'>

/** The applicant's faces that a provider can compare with, newest first. */
export const findUsableFaces = async (
  { faces }: Pick<FacesRepositories, 'faces'>,
  { id, capabilities }: Pick<FaceProvider, 'id' | 'capabilities'>,
  { tenantId, applicantId }: Owner,
  now: Date,
): Promise<ComparableFace[]> => {
  const active = await faces.listActive(tenantId, applicantId, now)
  return active.filter((face) => isUsableFace(face, { id, references: capabilities.references }))
}

/** The same as a provider takes them. Pictures are looked up only for one that compares them itself. */
export const readReferences = async (
  deps: FacesDeps,
  provider: FaceProvider,
  owner: Owner,
): Promise<Reference[]> => {
  const faces = await findUsableFaces(deps.database, provider, owner, deps.now())
  const comparesPictures = provider.capabilities.references.includes('upload') && !provider.enrol
  const asked = { recognition: provider.recognition, withPicture: comparesPictures }
  return Promise.all(faces.map((face) => toReference(deps, face, asked)))
}

const toReference = async (
  deps: FacesDeps,
  face: ComparableFace,
  { recognition, withPicture }: { recognition: Recognition | undefined; withPicture: boolean },
): Promise<Reference> => {
  const sealed = recognition && face.templates.find((template) => isSameRecognition(template, recognition))
  const picture = withPicture && face.vendorReference === null ? await findPicture(deps, face) : undefined
  return {
    faceId: face.id,
    ...(sealed ? { template: openTemplate(deps, sealed) } : {}),
    ...(face.vendorReference === null ? {} : { vendorReference: face.vendorReference }),
    ...(picture ? { picture } : {}),
  }
}

const findPicture = async (
  { database, assets }: FacesDeps,
  { tenantId, id }: Face,
): Promise<Picture | undefined> => {
  const { rows } = await database.assets.listStored(tenantId, id, { skip: 0, limit: 1 })
  return rows[0] && toPicture(assets, rows[0])
}

const toPicture = (assets: FacesDeps['assets'], { id, mediaType, bytes }: Asset): Picture => {
  const read = async () => {
    const picture = await assets.get(id)
    if (!picture) throw new Error('the picture of a face is gone')
    return picture
  }
  return {
    mediaType,
    bytes,
    read,
    stream: async function* () {
      yield await read()
    },
  }
}
