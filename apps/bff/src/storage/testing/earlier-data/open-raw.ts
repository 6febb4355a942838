import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { Client } from 'pg'

/** A database without any of our code around it. */
export interface Raw {
  query(text: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

export const openRaw = async (where: { dataDir: string } | { databaseUrl: string }): Promise<Raw> => {
  if ('databaseUrl' in where) {
    const client = new Client({ connectionString: where.databaseUrl })
    await client.connect()
    return { query: async (text) => (await client.query(text)).rows, close: () => client.end() }
  }
  const pglite = await PGlite.create(join(where.dataDir, 'db', 'cluster'), { extensions: { vector } })
  return {
    query: async (text) => (await pglite.query<Record<string, unknown>>(text)).rows,
    close: () => pglite.close(),
  }
}

/** Rows by table and waiting jobs by queue, whatever tables there are. */
export const countRows = async (raw: Raw) => {
  const tables = await raw.query(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname NOT LIKE 'kysely%' ORDER BY 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await raw.query(`SELECT count(*)::int AS count FROM ${name}`)
    counts[String(name)] = Number(row?.count)
  }
  const waiting = await raw.query(
    "SELECT name, count(*)::int AS count FROM visavis_jobs.job WHERE state = 'created' GROUP BY 1 ORDER BY 1",
  )
  const jobs: Record<string, number> = {}
  for (const { name, count } of waiting) jobs[String(name)] = Number(count)
  return { counts, jobs }
}
