import type { ReferenceTemplate } from '../../providers/types.ts'
import type { FacesDeps } from './deps.ts'
import type { FaceTemplate } from './faces-repo.ts'

/** Bound to its face: a template moved to another row does not open. */
const toContext = (faceId: string): string => `template:${faceId}`

export const sealTemplate = (
  { sealer }: Pick<FacesDeps, 'sealer'>,
  faceId: string,
  { data, ...recognition }: ReferenceTemplate,
): FaceTemplate => ({ faceId, ...recognition, sealed: sealer.seal(data, toContext(faceId)) })

export const openTemplate = (
  { sealer }: Pick<FacesDeps, 'sealer'>,
  { faceId, sealed, ...recognition }: FaceTemplate,
): ReferenceTemplate => ({ ...recognition, data: sealer.open(sealed, toContext(faceId)) })
