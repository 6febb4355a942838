import { type RawBuilder, sql } from 'kysely'
import type { Recognition } from '../../providers/types.ts'

/** Whether the row that a statement calls `face` has a template of one of these. */
export const isTemplated = (recognitions: readonly Recognition[]): RawBuilder<boolean> => {
  const any = recognitions.map(
    ({ modelId, pipelineId }) =>
      sql`(template.model_id = ${modelId} AND template.pipeline_id = ${pipelineId})`,
  )
  return sql<boolean>`EXISTS (
    SELECT FROM face_templates AS template WHERE template.face_id = face.id AND (${sql.join(any, sql` OR `)})
  )`
}

/** Whether that model could make nothing of the picture of the row that a statement calls `face`. */
export const isFailed = ({ modelId, pipelineId }: Recognition): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT FROM face_template_failures AS failure WHERE failure.face_id = face.id
    AND failure.model_id = ${modelId} AND failure.pipeline_id = ${pipelineId}
)`

/**
 * Whether it can be compared: a vendor keeps it, there is a template, or there is a picture to make one of that did not
 * fail before. @param recognitions the present one first
 */
export const isComparable = (recognitions: readonly Recognition[]): RawBuilder<boolean> => {
  const [present] = recognitions
  if (!present) return sql<boolean>`true`
  return sql<boolean>`(
    face.vendor_reference IS NOT NULL OR ${isTemplated(recognitions)} OR (
      EXISTS (
        SELECT FROM assets WHERE assets.tenant_id = face.tenant_id AND assets.owner_id = face.id
          AND assets.status = 'stored'
      ) AND NOT ${isFailed(present)}
    )
  )`
}
