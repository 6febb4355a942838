import type { Review } from '../reviews/index.ts'
import type { FacesRepositories } from './deps.ts'
import type { Face } from './faces-repo.ts'

/** Of the faces that have one, by their ids. Only one that came by a link can be sent to review here. */
export const readReviews = async (
  { reviews }: Pick<FacesRepositories, 'reviews'>,
  tenantId: string,
  faces: readonly Pick<Face, 'id' | 'source'>[],
): Promise<ReadonlyMap<string, Review>> => {
  const ids = faces.flatMap(({ id, source }) => (source === 'enrollment' ? [id] : []))
  const rows = await reviews.list(tenantId, ids)
  return new Map(rows.map((row) => [row.subjectId, row]))
}
