import { createHash } from 'node:crypto'
import { toDecisionText } from './decision-rules.ts'
import type { CheckedDecision, DecisionsRepo } from './decisions-repo.ts'

const BATCH = 500

export interface DecisionBreak {
  /** Place in the chain. */
  number: number
  faceAuthenticationId: string | undefined
  problem: string
}

export interface VerifiedDecisions {
  /** Decisions whose hashes hold, from the first on. */
  verified: number
  /** Of the last one that holds; noted elsewhere, it proves later that nothing before it was changed. */
  hash: Uint8Array
  /** Decided before there was a chain. */
  earlier: number
  /** Face authentications that should have a row and have none, but those the operator stands for. */
  missing: readonly string[]
  /** Without a row too, and said by the operator to be of an earlier version. */
  accepted: readonly string[]
  /** Where the chain breaks first. */
  broken: DecisionBreak | undefined
}

/**
 * Goes through a tenant's chain from its beginning: each hash follows from the row and the hash before, none is left out,
 * the last is where the chain is said to end, and each verdict is what its face authentication says.
 * @param ofEarlierVersion face authentications that a replica of an earlier version decided after the chain began.
 *   Nothing in the database tells those from rows that were taken away, so the operator names them, each time
 */
export const verifyDecisions = async (
  { decisions }: { decisions: DecisionsRepo },
  tenantId: string,
  ofEarlierVersion: readonly string[] = [],
): Promise<VerifiedDecisions> => {
  // What is decided meanwhile is no part of it.
  const chain = await decisions.getChain(tenantId)
  const { earlier, missing: without } = await decisions.countMissing(tenantId)
  const accepted = without.filter((id) => ofEarlierVersion.includes(id))
  const missing = without.filter((id) => !ofEarlierVersion.includes(id))
  const counts = { earlier, missing, accepted }
  const end = chain?.length ?? 0
  let hash: Uint8Array = new Uint8Array()
  let verified = 0
  const breakAt = (problem: string, faceAuthenticationId?: string): VerifiedDecisions => ({
    verified,
    hash,
    ...counts,
    broken: { number: verified + 1, faceAuthenticationId, problem },
  })
  while (verified < end) {
    const rows = await decisions.list(tenantId, verified, Math.min(BATCH, end - verified))
    if (rows.length === 0) return breakAt('the row is gone')
    for (const row of rows) {
      const problem = judge(row, verified + 1, hash)
      if (problem) return breakAt(problem, row.faceAuthenticationId)
      verified += 1
      hash = row.hash
    }
  }
  if (chain && Buffer.compare(hash, chain.hash) !== 0) return breakAt('the chain ends with another hash')
  const [id] = missing
  if (id !== undefined) return breakAt('a face authentication was decided without a row', id)
  return { verified, hash, ...counts, broken: undefined }
}

const judge = (row: CheckedDecision, number: number, before: Uint8Array): string | undefined => {
  if (row.number !== number) return 'the row is gone'
  const expected = createHash('sha256').update(before).update(toDecisionText(row)).digest()
  if (Buffer.compare(expected, row.hash) !== 0) return 'the row was changed'
  if (row.status !== row.verdict) return `the face authentication says ${row.status ?? 'nothing'}`
  return undefined
}
