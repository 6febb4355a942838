import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'

/** Where a tenant's chain ends. */
export interface ChainEnd {
  length: number
  /** Of the last row; empty before the first. */
  hash: Uint8Array
}

/** A row of a chain: its hash is SHA-256 over the hash of the row before and its own text. */
export interface ChainedRow {
  /** Its place, from 1. */
  number: number
  hash: Uint8Array
}

interface NextInChain {
  tenantId: string
  text: string
  now: Date
}

/**
 * Part of the statement that inserts a row: the end of the tenant's chain moves on, under the lock of its row. Only
 * that tenant's next rows wait for it, for the rest of the transaction.
 */
export const moveChainOn = (
  chains: 'audit_chains' | 'decision_chains',
  { tenantId, text, now }: NextInChain,
): RawBuilder<ChainEnd> => {
  const bytes = sql`convert_to(${text}::text, 'UTF8')`
  const table = sql.table(chains)
  return sql<ChainEnd>`(
    INSERT INTO ${table} (tenant_id, length, hash, started_on)
    VALUES (${tenantId}, 1, sha256(${bytes}), ${now}::timestamptz)
    ON CONFLICT (tenant_id) DO UPDATE SET length = ${table}.length + 1, hash = sha256(${table}.hash || ${bytes})
    RETURNING length, hash
  )`
}

export interface VerifiedChain<Row> {
  /** Rows whose hashes hold, from the first on. */
  verified: number
  /** Of the last one that holds; noted elsewhere, it proves later that nothing before it was changed. */
  hash: Uint8Array
  /** Where it breaks first; without a row, there is none any more. */
  broken: { number: number; row: Row | undefined; problem: string } | undefined
}

interface Walk<Row> {
  /** Absent: nothing was ever written. */
  end: ChainEnd | undefined
  /** By number, from the one after `after`. */
  list: (after: number, limit: number) => Promise<readonly Row[]>
  toText: (row: Row) => string
  /** What else can be wrong with a row. */
  judge?: (row: Row) => string | undefined
}

const BATCH = 500

/** From its beginning: each hash follows, none is left out, the last is where the chain is said to end. */
export const verifyChain = async <Row extends ChainedRow>({
  end,
  list,
  toText,
  judge,
}: Walk<Row>): Promise<VerifiedChain<Row>> => {
  const length = end?.length ?? 0
  let hash: Uint8Array = new Uint8Array()
  let verified = 0
  const breakAt = (problem: string, row?: Row): VerifiedChain<Row> => ({
    verified,
    hash,
    broken: { number: verified + 1, row, problem },
  })
  while (verified < length) {
    const rows = await list(verified, Math.min(BATCH, length - verified))
    if (rows.length === 0) return breakAt('the row is gone')
    for (const row of rows) {
      const expected = createHash('sha256').update(hash).update(toText(row)).digest()
      if (row.number !== verified + 1) return breakAt('the row is gone', row)
      if (Buffer.compare(expected, row.hash) !== 0) return breakAt('the row was changed', row)
      const problem = judge?.(row)
      if (problem) return breakAt(problem, row)
      verified += 1
      hash = row.hash
    }
  }
  if (end && Buffer.compare(hash, end.hash) !== 0) return breakAt('the chain ends with another hash')
  return { verified, hash, broken: undefined }
}
