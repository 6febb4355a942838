import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type ChainEnd, type ChainedRow, moveChainOn } from '../../storage/hash-chain.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import { forgetReasons, type ReviewTables, withdrawReviews } from '../reviews/index.ts'
import { type DecisionContent, toDecisionText } from './decision-rules.ts'

/** A decision in its tenant's chain; its text there is `toDecisionText`. */
export interface Decision extends DecisionContent, ChainedRow {}

export const DECISION_PRIVACY = {
  tenantId: 'kept',
  number: 'kept',
  faceAuthenticationId: 'kept',
  attemptId: 'kept',
  verdict: 'kept',
  pictureSalt: 'personal',
  pictureHash: 'kept',
  modelId: 'kept',
  matchLevel: 'kept',
  liveness: 'kept',
  livenessMethod: 'kept',
  livenessModelId: 'kept',
  livenessBand: 'kept',
  decidedOn: 'kept',
  hash: 'kept',
} satisfies PrivacyOf<Decision>

/** Where a tenant's chain ends. */
export interface DecisionChain extends ChainEnd {
  tenantId: string
  /** What was decided before has no hash. */
  startedOn: Date
}

export const DECISION_CHAIN_PRIVACY = {
  tenantId: 'kept',
  length: 'kept',
  hash: 'kept',
  startedOn: 'kept',
} satisfies PrivacyOf<DecisionChain>

export interface DecisionTables extends ReviewTables {
  decisions: Decision
  decisionChains: DecisionChain
}

/** A decision with what the face authentication says today. */
export type CheckedDecision = Decision & { status: string | null }

export interface DecisionsRepo {
  /** Where the chain ends; absent: nothing was ever decided. */
  getChain(tenantId: string): Promise<DecisionChain | undefined>
  /** By number, from the one after `after`. */
  list(tenantId: string, after: number, limit: number): Promise<CheckedDecision[]>
  /** Decided face authentications without a row: from before the chain, and those that should have one. */
  countMissing(tenantId: string): Promise<{ earlier: number; missing: string[] }>
  /** Forgets what could tell whose picture was compared, and what reviewers wrote of it; the chain stays whole. */
  erase(tenantId: string, faceAuthenticationIds: readonly string[]): Promise<void>
}

interface ChainParts {
  chained: RawBuilder<ChainEnd>
  decided: RawBuilder<Pick<Decision, 'number'>>
}

/** Parts of the statement that writes a verdict: the end of the tenant's chain moves on, and the decision stands there. */
export const toChainParts = (decision: DecisionContent): ChainParts => {
  const { tenantId, decidedOn } = decision
  return {
    chained: moveChainOn('decision_chains', { tenantId, text: toDecisionText(decision), now: decidedOn }),
    decided: sql<Pick<Decision, 'number'>>`(
      INSERT INTO decisions (
        tenant_id, number, face_authentication_id, attempt_id, verdict, picture_salt, picture_hash, model_id, match_level,
        liveness, liveness_method, liveness_model_id, liveness_band, decided_on, hash
      )
      SELECT ${tenantId}, length, ${decision.faceAuthenticationId}, ${decision.attemptId}, ${decision.verdict},
        ${decision.pictureSalt}::bytea, ${decision.pictureHash}::bytea, ${decision.modelId},
        ${decision.matchLevel}::integer, ${decision.liveness},
        ${decision.livenessMethod}::text, ${decision.livenessModelId}::text, ${decision.livenessBand}::text,
        ${decidedOn}::timestamptz, hash
      FROM chained RETURNING number
    )`,
  }
}

const COLUMNS = columnNames(DECISION_PRIVACY)

/** Both drivers give a `bigint` as a number or a text. */
const toNumbers = <Row extends { number: unknown }>(row: Row) => ({ ...row, number: Number(row.number) })

export const decisionsRepo = (db: Kysely<DecisionTables>): DecisionsRepo => ({
  getChain: async (tenantId) => {
    const row = await db
      .selectFrom('decisionChains')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .executeTakeFirst()
    return row && { ...row, length: Number(row.length) }
  },
  list: async (tenantId, after, limit) => {
    const rows = await db
      .selectFrom('decisions as d')
      .select(COLUMNS.map((column) => `d.${column}` as const))
      .select(
        sql<string | null>`(SELECT status FROM face_authentications f
          WHERE f.tenant_id = d.tenant_id AND f.id = d.face_authentication_id)`.as('status'),
      )
      .where('d.tenantId', '=', tenantId)
      .where('d.number', '>', after)
      .orderBy('d.number')
      .limit(limit)
      .execute()
    return rows.map(toNumbers)
  },
  countMissing: async (tenantId) => {
    const { rows } = await sql<{ id: string; isEarlier: boolean }>`
      SELECT f.id, NOT EXISTS (
        SELECT FROM attempts a WHERE a.tenant_id = f.tenant_id AND a.face_authentication_id = f.id
          AND a.status = 'completed' AND a.created_on >= chain.started_on
      ) AS is_earlier
      FROM face_authentications f LEFT JOIN decision_chains chain ON chain.tenant_id = f.tenant_id
      WHERE f.tenant_id = ${tenantId} AND f.status IN ('approved', 'declined') AND NOT EXISTS (
        SELECT FROM decisions d WHERE d.tenant_id = f.tenant_id AND d.face_authentication_id = f.id
      )`.execute(db)
    const missing = rows.filter(({ isEarlier }) => !isEarlier).map(({ id }) => id)
    return { earlier: rows.length - missing.length, missing }
  },
  erase: async (tenantId, faceAuthenticationIds) => {
    const ids = sql<string>`SELECT unnest(${faceAuthenticationIds}::text[])`
    await db
      .with('withdrawn', () => withdrawReviews(db, tenantId, ids))
      .with('forgotten', () => forgetReasons(db, tenantId, ids))
      .updateTable('decisions')
      .set({ pictureSalt: null })
      .where('tenantId', '=', tenantId)
      .where('faceAuthenticationId', '=', sql<string>`any(${faceAuthenticationIds}::text[])`)
      .execute()
  },
})
