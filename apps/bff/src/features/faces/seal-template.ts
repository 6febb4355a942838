import type { ReferenceTemplate } from '../../providers/types.ts'
import type { KeyedApplicant } from '../../storage/assets/types.ts'
import type { FacesDeps } from './deps.ts'
import type { Face, FaceTemplate } from './faces-repo.ts'

/** Whose template it is. A template moved to another tenant, applicant, face or model does not open. */
type Owner = Pick<Face, 'tenantId' | 'applicantId' | 'id'> & Pick<KeyedApplicant, 'applicantKey'>

const toContext = ({ tenantId, applicantId, id }: Owner, modelId: string): string =>
  `template:${tenantId}:${applicantId}:${id}:${modelId}`

/** Before, it was bound to its face alone, which could be given to another applicant. */
const toEarlierContext = ({ id }: Owner): string => `template:${id}`

export const sealTemplate = (
  { sealer }: Pick<FacesDeps, 'sealer'>,
  face: Owner,
  { data, ...recognition }: ReferenceTemplate,
): FaceTemplate => ({
  faceId: face.id,
  ...recognition,
  sealed: sealer.ofApplicant(face).seal(data, toContext(face, recognition.modelId)),
})

export const openTemplate = (
  { sealer }: Pick<FacesDeps, 'sealer'>,
  face: Owner,
  { faceId: _, sealed, ...recognition }: FaceTemplate,
): ReferenceTemplate => ({
  ...recognition,
  data: sealer.ofApplicant(face).open(sealed, toContext(face, recognition.modelId), toEarlierContext(face)),
})
