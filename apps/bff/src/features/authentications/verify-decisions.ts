import { type VerifiedChain, verifyChain } from '../../storage/hash-chain.ts'
import { toDecisionText } from './decision-rules.ts'
import type { CheckedDecision, DecisionsRepo } from './decisions-repo.ts'

export interface DecisionBreak {
  /** Place in the chain. */
  number: number
  faceAuthenticationId: string | undefined
  problem: string
}

export interface VerifiedDecisions extends Pick<VerifiedChain<CheckedDecision>, 'verified' | 'hash'> {
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
 * Goes through a tenant's chain from its beginning, see `verifyChain`; each verdict has to be what its face
 * authentication says.
 * @param ofEarlierVersion face authentications that a replica of an earlier version decided after the chain began.
 *   Nothing in the database tells those from rows that were taken away, so the operator names them, each time
 */
export const verifyDecisions = async (
  { decisions }: { decisions: DecisionsRepo },
  tenantId: string,
  ofEarlierVersion: readonly string[] = [],
): Promise<VerifiedDecisions> => {
  // What is decided meanwhile is no part of it.
  const end = await decisions.getChain(tenantId)
  const { earlier, missing: without } = await decisions.countMissing(tenantId)
  const accepted = without.filter((id) => ofEarlierVersion.includes(id))
  const missing = without.filter((id) => !ofEarlierVersion.includes(id))
  const { verified, hash, broken } = await verifyChain<CheckedDecision>({
    end,
    list: (after, limit) => decisions.list(tenantId, after, limit),
    toText: toDecisionText,
    judge: ({ status, verdict }) =>
      status === verdict ? undefined : `the face authentication says ${status ?? 'nothing'}`,
  })
  return {
    verified,
    hash,
    earlier,
    missing,
    accepted,
    broken: broken ? toBreak(broken) : toMissing(verified, missing),
  }
}

const toBreak = ({
  number,
  row,
  problem,
}: NonNullable<VerifiedChain<CheckedDecision>['broken']>): DecisionBreak => ({
  number,
  faceAuthenticationId: row?.faceAuthenticationId,
  problem,
})

const toMissing = (verified: number, [id]: readonly string[]): DecisionBreak | undefined =>
  id === undefined
    ? undefined
    : {
        number: verified + 1,
        faceAuthenticationId: id,
        problem: 'a face authentication was decided without a row',
      }
