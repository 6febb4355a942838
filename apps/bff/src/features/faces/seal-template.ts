import type { ReferenceTemplate } from '../../providers/types.ts'
import type { FacesDeps } from './deps.ts'
import type { Face } from './faces-repo.ts'

/** Bound to its face: a template moved to another row does not open. */
const toContext = (faceId: string): string => `template:${faceId}`

export const sealTemplate = (
  { sealer }: FacesDeps,
  faceId: string,
  { modelId, data }: ReferenceTemplate,
) => ({
  templateModel: modelId,
  templateSealed: sealer.seal(data, toContext(faceId)),
})

/** `undefined` for a face that has no template of ours: a vendor's reference, or one without its picture yet. */
export const openTemplate = ({ sealer }: FacesDeps, face: Face): ReferenceTemplate | undefined =>
  face.templateModel === null || face.templateSealed === null
    ? undefined
    : { modelId: face.templateModel, data: sealer.open(face.templateSealed, toContext(face.id)) }
