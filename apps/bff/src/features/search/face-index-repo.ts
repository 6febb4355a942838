import type { Generated, Kysely } from 'kysely'
import { sql } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

export interface FaceIndexTables {
  faceIndexGalleries: { id: Generated<number>; tenantId: string; modelId: string }
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

export interface NearestFace {
  entryId: string
  /** Euclidean. */
  distance: number
}

/** A gallery holds the features of one tenant made by one model: two models are never compared. */
export interface FaceIndexRepo {
  /** `undefined`: nothing was ever inserted. */
  findGallery(tenantId: string, modelId: string): Promise<number | undefined>
  /**
   * Same, holding the gallery until the transaction ends and making it if need be: what is not in it now will not be
   * put in by anyone else. Call it first in the transaction.
   */
  lockGallery(tenantId: string, modelId: string): Promise<number>
  /** Approximate: misses the nearest in less than one of a hundred searches. */
  findNearest(tenantId: string, galleryId: number, features: Float32Array): Promise<NearestFace | undefined>
  /** In a transaction, with its gallery locked. `features`: 128 numbers */
  insert(row: FaceIndexEntry, features: Float32Array): Promise<void>
  get(tenantId: string, id: string): Promise<FaceIndexEntry | undefined>
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
  const ofGallery = (tenantId: string, modelId: string) =>
    db
      .selectFrom('faceIndexGalleries')
      .select('id')
      .where('tenantId', '=', tenantId)
      .where('modelId', '=', modelId)

  const lock = async (tenantId: string, modelId: string): Promise<number | undefined> =>
    (await ofGallery(tenantId, modelId).forNoKeyUpdate().executeTakeFirst())?.id

  const createGallery = async (tenantId: string, modelId: string): Promise<number> => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(GALLERY_LOCK)})`.execute(db)
    const madeMeanwhile = await lock(tenantId, modelId)
    if (madeMeanwhile !== undefined) return madeMeanwhile
    const { id } = await db
      .insertInto('faceIndexGalleries')
      .values({ tenantId, modelId })
      .returning('id')
      .executeTakeFirstOrThrow()
    // CREATE TABLE … PARTITION OF would lock every search out; ATTACH does not.
    const partition = sql.table(`face_index_features_${id}`)
    await sql`CREATE TABLE ${partition} (LIKE face_index_features INCLUDING DEFAULTS)`.execute(db)
    await sql`ALTER TABLE face_index_features ATTACH PARTITION ${partition} FOR VALUES IN (${sql.lit(id)})`.execute(
      db,
    )
    return id
  }

  return {
    findGallery: async (tenantId, modelId) => (await ofGallery(tenantId, modelId).executeTakeFirst())?.id,
    lockGallery: async (tenantId, modelId) =>
      (await lock(tenantId, modelId)) ?? (await createGallery(tenantId, modelId)),
    findNearest: async (tenantId, galleryId, features) => {
      const { rows } = await sql<NearestFace>`
        SELECT entry_id, distance
        FROM nearest_face_features(${tenantId}, ${galleryId}, ${toVector(features)})`.execute(db)
      return rows[0]
    },
    insert: async (row, features) => {
      await db.insertInto('faceIndexEntries').values(row).execute()
      await sql`
        INSERT INTO face_index_features (tenant_id, gallery_id, entry_id, features)
        VALUES (${row.tenantId}, ${row.galleryId}, ${row.id}, ${toVector(features)})`.execute(db)
    },
    get: (tenantId, id) =>
      db
        .selectFrom('faceIndexEntries')
        .select(COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst(),
    listByApplicant: (tenantId, applicantId) =>
      db
        .selectFrom('faceIndexEntries')
        .select(COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('applicantId', '=', applicantId)
        .execute(),
    delete: async (tenantId, entries) => {
      // Without pgvector there is no table of features, and no entry.
      if (entries.length === 0) return
      const ids = entries.map(({ id }) => id)
      const galleries = entries.map(({ galleryId }) => galleryId)
      await sql`
        DELETE FROM face_index_features
        WHERE tenant_id = ${tenantId} AND gallery_id = ANY (${galleries}::int[])
          AND entry_id = ANY (${ids}::text[])`.execute(db)
      await db
        .deleteFrom('faceIndexEntries')
        .where('tenantId', '=', tenantId)
        .where('id', '=', sql<string>`any(${ids}::text[])`)
        .execute()
    },
  }
}
