import type { Generated, Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Recognition } from '../../providers/types.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import { createPartition, partitionOf } from './features-tables.ts'

export interface FaceIndexTables {
  faceIndexGalleries: GalleryKind & { id: Generated<number>; tenantId: string; size: Generated<number> }
  faceIndexEntries: FaceIndexEntry
}

/** A face that can be searched for. Its features are a row of their own, in the partition of its gallery. */
export interface FaceIndexEntry {
  id: string
  tenantId: string
  galleryId: number
  /** Whose face it is, when the partner said so. */
  applicantId: string | null
  /** What the partner calls it. */
  reference: string | null
  createdOn: Date
}

export const FACE_INDEX_ENTRY_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  galleryId: 'kept',
  applicantId: 'kept',
  reference: 'personal',
  createdOn: 'kept',
} satisfies PrivacyOf<FaceIndexEntry>

/** What one model makes behind one pipeline. */
export interface GalleryKind extends Recognition {
  /** Numbers in the features. */
  dimensions: number
}

export interface Gallery {
  id: number
  /** Faces in it. */
  size: number
}

export interface NearestFace {
  entryId: string
  /** Euclidean. */
  distance: number
}

/** A gallery holds the features of one tenant made by one model behind one pipeline: two are never compared. */
export interface FaceIndexRepo {
  /** `undefined`: nothing was ever inserted. */
  findGallery(tenantId: string, recognition: Recognition): Promise<Gallery | undefined>
  /**
   * Same, holding the gallery until the transaction ends and making it if need be: what is not in it now will not be
   * put in by anyone else. Call it first in the transaction.
   */
  lockGallery(tenantId: string, kind: GalleryKind): Promise<Gallery>
  /** Approximate: misses the nearest in less than one of a hundred searches. */
  findNearest(tenantId: string, galleryId: number, features: Float32Array): Promise<NearestFace | undefined>
  /** In a transaction, with its gallery locked. `features`: as many numbers as the gallery's have. */
  insert(row: FaceIndexEntry, features: Float32Array): Promise<void>
  get(tenantId: string, id: string): Promise<FaceIndexEntry | undefined>
  /** Any tenant's that another model put in, and whose picture is kept, in order of their ids. */
  listElsewhere(recognition: Recognition, after: string, limit: number): Promise<FaceIndexEntry[]>
  /** How many a model has put in, and how many others have. */
  countFaces(recognition: Recognition): Promise<{ made: number; elsewhere: number }>
  /** In a transaction, with the new gallery locked. `features`: made by its model. */
  move(row: FaceIndexEntry, galleryId: number, features: Float32Array): Promise<void>
  listByApplicant(tenantId: string, applicantId: string): Promise<FaceIndexEntry[]>
  /** Features included. In a transaction. */
  delete(tenantId: string, rows: readonly FaceIndexEntry[]): Promise<void>
}

/** Any number: makers of galleries queue here before they touch a table. */
const GALLERY_LOCK = 5_128_002

const COLUMNS = columnNames(FACE_INDEX_ENTRY_PRIVACY)

/** pgvector's text form: `[0.1,-0.2,…]`. */
const toVector = (features: Float32Array) => sql`${`[${features.join(',')}]`}::vector`

export const faceIndexRepo = (db: Kysely<FaceIndexTables>): FaceIndexRepo => {
  const ofGallery = (tenantId: string, { modelId, pipelineId }: Recognition) =>
    db
      .selectFrom('faceIndexGalleries')
      .select(['id', 'size'])
      .where('tenantId', '=', tenantId)
      .where('modelId', '=', modelId)
      .where('pipelineId', '=', pipelineId)

  const lock = (tenantId: string, recognition: Recognition): Promise<Gallery | undefined> =>
    ofGallery(tenantId, recognition).forNoKeyUpdate().executeTakeFirst()

  const createGallery = async (tenantId: string, kind: GalleryKind): Promise<Gallery> => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(GALLERY_LOCK)})`.execute(db)
    const madeMeanwhile = await lock(tenantId, kind)
    if (madeMeanwhile) return madeMeanwhile
    const { modelId, pipelineId, dimensions } = kind
    const gallery = await db
      .insertInto('faceIndexGalleries')
      .values({ tenantId, modelId, pipelineId, dimensions })
      .returning(['id', 'size'])
      .executeTakeFirstOrThrow()
    await createPartition(db, gallery.id, dimensions)
    return gallery
  }

  /** Together with what changes it, so that it cannot be wrong for longer than a transaction. */
  const resize = (galleryId: number, by: number) =>
    db
      .updateTable('faceIndexGalleries')
      .set(({ eb }) => ({ size: eb('size', '+', by) }))
      .where('id', '=', galleryId)

  const putFeatures = (
    { tenantId, galleryId, id }: Pick<FaceIndexEntry, 'tenantId' | 'galleryId' | 'id'>,
    features: Float32Array,
  ) =>
    sql`INSERT INTO ${partitionOf(galleryId)} (tenant_id, gallery_id, entry_id, features)
      VALUES (${tenantId}, ${galleryId}, ${id}, ${toVector(features)})`.execute(db)

  return {
    findGallery: (tenantId, recognition) => ofGallery(tenantId, recognition).executeTakeFirst(),
    lockGallery: async (tenantId, kind) =>
      (await lock(tenantId, kind)) ?? (await createGallery(tenantId, kind)),
    findNearest: async (tenantId, galleryId, features) => {
      const { rows } = await sql<NearestFace>`
        SELECT entry_id, distance
        FROM nearest_face_features(${tenantId}, ${galleryId}, ${toVector(features)})`.execute(db)
      return rows[0]
    },
    insert: async (row, features) => {
      await db
        .with('gallery', () => resize(row.galleryId, 1))
        .insertInto('faceIndexEntries')
        .values(row)
        .execute()
      await putFeatures(row, features)
    },
    get: (tenantId, id) =>
      db
        .selectFrom('faceIndexEntries')
        .select(COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst(),
    listElsewhere: ({ modelId, pipelineId }, after, limit) =>
      db
        .selectFrom('faceIndexEntries as entry')
        .innerJoin('faceIndexGalleries as gallery', 'gallery.id', 'entry.galleryId')
        .select(COLUMNS.map((column) => `entry.${column}` as const))
        .where('entry.id', '>', after)
        .where(({ eb, or }) => or([eb('modelId', '<>', modelId), eb('pipelineId', '<>', pipelineId)]))
        .where(
          sql<boolean>`EXISTS (SELECT FROM assets WHERE assets.tenant_id = entry.tenant_id
            AND assets.owner_id = entry.id AND assets.status = 'stored')`,
        )
        .orderBy('entry.id')
        .limit(limit)
        .execute(),
    countFaces: async ({ modelId, pipelineId }) => {
      const { rows } = await sql<{ made: number; elsewhere: number }>`
        SELECT coalesce(sum(size) FILTER (WHERE is_present), 0)::int AS made,
          coalesce(sum(size) FILTER (WHERE NOT is_present), 0)::int AS elsewhere
        FROM (
          SELECT size, model_id = ${modelId} AND pipeline_id = ${pipelineId} AS is_present FROM face_index_galleries
        ) AS gallery`.execute(db)
      return rows[0] ?? { made: 0, elsewhere: 0 }
    },
    move: async ({ id, tenantId, galleryId: from }, galleryId, features) => {
      await db.updateTable('faceIndexEntries').set({ galleryId }).where('id', '=', id).execute()
      await sql`DELETE FROM ${partitionOf(from)} WHERE gallery_id = ${from} AND entry_id = ${id}`.execute(db)
      await putFeatures({ tenantId, galleryId, id }, features)
      await resize(from, -1).execute()
      await resize(galleryId, 1).execute()
    },
    listByApplicant: (tenantId, applicantId) =>
      db
        .selectFrom('faceIndexEntries')
        .select(COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('applicantId', '=', applicantId)
        .execute(),
    delete: async (tenantId, entries) => {
      // Without pgvector there is no table of features, and no entry.
      for (const galleryId of new Set(entries.map((entry) => entry.galleryId).toSorted((a, b) => a - b))) {
        const ids = entries.filter((entry) => entry.galleryId === galleryId).map(({ id }) => id)
        const { rows } = await sql`
          DELETE FROM face_index_entries
          WHERE tenant_id = ${tenantId} AND gallery_id = ${galleryId} AND id = ANY (${ids}::text[])
          RETURNING id`.execute(db)
        if (rows.length === 0) continue
        await sql`DELETE FROM ${partitionOf(galleryId)}
          WHERE tenant_id = ${tenantId} AND gallery_id = ${galleryId} AND entry_id = ANY (${ids}::text[])`.execute(
          db,
        )
        await resize(galleryId, -rows.length).execute()
      }
    },
  }
}
