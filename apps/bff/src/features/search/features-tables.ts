import { type Kysely, sql } from 'kysely'

/**
 * Of the first model there was. Tables of other lengths carry theirs in the name, behind a letter: a bare number is
 * that of a gallery.
 */
const FIRST_DIMENSIONS = 128

const toTableName = (dimensions: number): string =>
  dimensions === FIRST_DIMENSIONS ? 'face_index_features' : `face_index_features_d${dimensions}`

/**
 * The table of features of one length: a partition a gallery, each with an HNSW graph of its own, so that a search walks
 * no other tenant's features and no other model's, and its recall does not depend on how many there are. See
 * docs/adr/0007.
 */
const toStatements = (dimensions: number) => {
  const name = toTableName(dimensions)
  return [
    sql`CREATE TABLE IF NOT EXISTS ${sql.table(name)} (
      tenant_id text NOT NULL,
      gallery_id integer NOT NULL,
      entry_id text NOT NULL,
      features vector(${sql.lit(dimensions)}) NOT NULL,
      PRIMARY KEY (gallery_id, entry_id),
      FOREIGN KEY (tenant_id, gallery_id) REFERENCES face_index_galleries (tenant_id, id)
    ) PARTITION BY LIST (gallery_id)`,
    sql`CREATE INDEX IF NOT EXISTS ${sql.id(`${name}_hnsw`)}
      ON ${sql.table(name)} USING hnsw (features vector_l2_ops) WITH (m = 16, ef_construction = 64)`,
  ]
}

/** Those of a gallery, and of no other. */
export const partitionOf = (galleryId: number) => sql.table(`face_index_features_${galleryId}`)

/** In the transaction that makes the gallery, of which only one runs at a time. */
export const createPartition = async <Tables>(
  db: Kysely<Tables>,
  galleryId: number,
  dimensions: number,
): Promise<void> => {
  for (const statement of toStatements(dimensions)) await statement.execute(db)
  const table = sql.table(toTableName(dimensions))
  const partition = partitionOf(galleryId)
  // CREATE TABLE … PARTITION OF would lock every search out; ATTACH does not.
  await sql`CREATE TABLE ${partition} (LIKE ${table} INCLUDING DEFAULTS)`.execute(db)
  await sql`ALTER TABLE ${table} ATTACH PARTITION ${partition} FOR VALUES IN (${sql.lit(galleryId)})`.execute(
    db,
  )
}
