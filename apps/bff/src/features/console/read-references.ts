import { toTime } from '../../http/view-parts.ts'
import { toFaceView } from '../faces/index.ts'
import type { AssetOf } from '../pictures/index.ts'
import type { ConsoleDeps } from './deps.ts'

/** One each, and some room. */
const ALL = { skip: 0, limit: 10 }

const KINDS = { face_image: 'selfie', turn_filmstrip: 'filmstrip', face_video: 'video' } as const
/** What of an attempt can be looked at. */
export const SHOWN = ['face_image', 'turn_filmstrip', 'face_video'] as const

/** That there is one. No address of a picture is in it. */
export const toPictureView = ({ id, type, createdOn, source, quality }: AssetOf<(typeof SHOWN)[number]>) => ({
  id,
  kind: KINDS[type],
  created_on: toTime(createdOn),
  ...(source ? { source } : {}),
  ...(quality ? { quality } : {}),
})

/** The faces on file that are compared, or could be again, each with its picture where it is kept here. */
export const readReferencesOf = async (
  { database, publicUrl }: ConsoleDeps,
  tenantId: string,
  applicantId: string,
) => {
  const faces = await database.faces.listAll(tenantId, applicantId)
  const shown = faces.filter(({ status }) => status === 'ACTIVE' || status === 'DISABLED')
  const references = await Promise.all(
    shown.map(async (face) => {
      const { rows } = await database.assets.listStored(tenantId, face.id, ALL)
      return { face: toFaceView(publicUrl, face), pictures: rows.map(toPictureView) }
    }),
  )
  return references.filter(({ pictures }) => pictures.length > 0)
}
