import { sql } from 'kysely'
import type { Handle } from '../../storage/tables.ts'

/** Any number, the same in every process that starts on one database. */
const LOCK = 5_128_001

/** The first version with `hnsw.iterative_scan`: a search goes on past removed features. */
const MIN_VERSION = { major: 0, minor: 8 }

/**
 * The settings of a search belong to the function, so that they hold on any connection, whoever pools it. `ef_search`
 * is measured by `pnpm bench:search`. The partition is named and no row of it is filtered: the planner, which knows
 * nothing of a table that was never analysed, would take any condition for a rare one and scan it all. The foreign
 * key of the features says that every row of the gallery is the tenant's.
 */
const SEARCH = sql`CREATE OR REPLACE FUNCTION nearest_face_features(tenant text, gallery integer, probe vector)
  RETURNS TABLE (entry_id text, distance double precision)
  LANGUAGE plpgsql STABLE
  SET hnsw.ef_search = 230
  SET hnsw.iterative_scan = 'strict_order'
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM face_index_galleries WHERE id = gallery AND tenant_id = tenant) THEN
      RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
      'SELECT entry_id, features <-> $1 FROM %I ORDER BY features <-> $1 LIMIT 1',
      'face_index_features_' || gallery
    ) USING probe;
  END
  $$`

/** `available`, or what stands in the way. */
export type FaceIndexSupport =
  | 'available'
  /** The server has no pgvector. */
  | 'extension_missing'
  /** It has, but would not let us create it: someone with more rights has to. */
  | 'extension_refused'
  /** It is older than 0.8. */
  | 'extension_too_old'

/**
 * Makes what 1:N search needs, where pgvector can be had. Runs at every start, so that an extension installed later
 * is picked up.
 */
export const prepareFaceIndex = (db: Handle): Promise<FaceIndexSupport> =>
  db.connection().execute(async (connection) => {
    // Of processes that start together: CREATE … IF NOT EXISTS of two at once can still collide.
    await sql`SELECT pg_advisory_lock(${sql.lit(LOCK)})`.execute(connection)
    try {
      const support = await createExtension(connection)
      if (support !== 'available') return support
      await connection.transaction().execute(async (trx) => {
        await SEARCH.execute(trx)
      })
      return support
    } finally {
      await sql`SELECT pg_advisory_unlock(${sql.lit(LOCK)})`.execute(connection)
    }
  })

/** What there is of pgvector; nothing is made. */
export const lookForPgvector = async (
  db: Handle,
): Promise<{ offered: string | undefined; installed: string | undefined; isRecent: boolean }> => {
  const { rows } = await sql<{ offered: string | null; installed: string | null }>`
    SELECT default_version AS offered, installed_version AS installed
    FROM pg_available_extensions WHERE name = 'vector'`.execute(db)
  const installed = rows[0]?.installed ?? undefined
  return {
    offered: rows[0]?.offered ?? undefined,
    installed,
    isRecent: installed !== undefined && isRecent(installed),
  }
}

const createExtension = async (db: Handle): Promise<FaceIndexSupport> => {
  const offered = await sql`SELECT FROM pg_available_extensions WHERE name = 'vector'`.execute(db)
  if (offered.rows.length === 0) return 'extension_missing'
  try {
    await sql`CREATE EXTENSION IF NOT EXISTS vector`.execute(db)
  } catch (cause) {
    if (isRefusal(cause)) return 'extension_refused'
    throw cause
  }
  const installed = await sql<{ extversion: string }>`
    SELECT extversion FROM pg_extension WHERE extname = 'vector'`.execute(db)
  return isRecent(installed.rows[0]?.extversion ?? '') ? 'available' : 'extension_too_old'
}

const isRecent = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > MIN_VERSION.major || (major === MIN_VERSION.major && minor >= MIN_VERSION.minor)
}

/** No right to (42501), or its files are not whole (58P01, 0A000). Anything else has to stop the start. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && ['42501', '58P01', '0A000'].includes(String(cause.code))
