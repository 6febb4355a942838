import type { ReferenceTemplate } from '../../providers/types.ts'
import type { FacesDeps } from './deps.ts'
import type { FaceTemplate } from './faces-repo.ts'

/** Bound to its face: a template moved to another row does not open. */
const toContext = (faceId: string): string => `template:${faceId}`

export const sealTemplate = (
  { sealer }: FacesDeps,
  faceId: string,
  { modelId, data }: ReferenceTemplate,
): FaceTemplate => ({ faceId, modelId, sealed: sealer.seal(data, toContext(faceId)) })

export const openTemplate = (
  { sealer }: FacesDeps,
  { faceId, modelId, sealed }: FaceTemplate,
): ReferenceTemplate => ({ modelId, data: sealer.open(sealed, toContext(faceId)) })
