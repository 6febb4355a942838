import type { ReferenceTemplate } from '../../providers/types.ts'
import type { KeyedApplicant } from '../../storage/assets/types.ts'
import type { SealedColumn } from '../../storage/crypto/sealed-column.ts'
import type { FacesDeps } from './deps.ts'
import type { Face, FaceTemplate } from './faces-repo.ts'

/** Whose template it is. A template moved to another tenant, applicant, face or model does not open. */
type Whose = Pick<Face, 'tenantId' | 'applicantId' | 'id'>
type Owner = Whose & Pick<KeyedApplicant, 'applicantKey'>

type Row = Pick<Face, 'tenantId' | 'applicantId'> & Pick<FaceTemplate, 'faceId' | 'modelId'>

const toContext = ({ tenantId, applicantId, id }: Whose, modelId: string): string =>
  `template:${tenantId}:${applicantId}:${id}:${modelId}`

/** Before, it was bound to its face alone, which could be given to another applicant. */
const toEarlierContext = ({ id }: Whose): string => `template:${id}`

export const TEMPLATE_COLUMN: SealedColumn = {
  what: 'templates',
  table: 'faceTemplates',
  column: 'sealed',
  key: ['faceId', 'modelId', 'pipelineId'],
  owner: { table: 'faces', key: 'id' },
  isApplicants: true,
  toContext: ({ faceId, modelId, ...owner }: Row) => toContext({ ...owner, id: faceId }, modelId),
  toEarlierContext: ({ faceId, ...owner }: Row) => toEarlierContext({ ...owner, id: faceId }),
}

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
