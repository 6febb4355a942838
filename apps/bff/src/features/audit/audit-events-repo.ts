import type { AuditAction } from '@visavis/shared/audit'
import { type Kysely, sql } from 'kysely'
import { type ChainEnd, type ChainedRow, moveChainOn } from '../../storage/hash-chain.ts'
import {
  type CreatedFilter,
  type CursorPage,
  type CursorPaged,
  toCursorPaged,
  whereListed,
} from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import { type AuditContent, toAuditText } from './audit-event-rules.ts'

/** An entry in its tenant's chain; its text there is `toAuditText`. */
export interface AuditEvent extends AuditContent, ChainedRow {}

export const AUDIT_EVENT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  number: 'kept',
  actorType: 'kept',
  actorId: 'kept',
  action: 'kept',
  subjectId: 'kept',
  clientAddress: 'kept',
  requestId: 'kept',
  reason: 'kept',
  createdOn: 'kept',
  hash: 'kept',
} satisfies PrivacyOf<AuditEvent>

/** Where a tenant's chain ends. */
export interface AuditChain extends ChainEnd {
  tenantId: string
  startedOn: Date
}

export const AUDIT_CHAIN_PRIVACY = {
  tenantId: 'kept',
  length: 'kept',
  hash: 'kept',
  startedOn: 'kept',
} satisfies PrivacyOf<AuditChain>

export interface AuditTables {
  auditEvents: AuditEvent
  auditChains: AuditChain
}

export interface AuditEventFilter extends CreatedFilter {
  action?: AuditAction | undefined
  actorId?: string | undefined
  subjectId?: string | undefined
}

export interface AuditEventsRepo {
  /** At the end of the tenant's chain, in one statement. */
  insert(event: AuditContent): Promise<void>
  /** Newest first. */
  list(tenantId: string, filter: AuditEventFilter, page: CursorPage): Promise<CursorPaged<AuditEvent>>
  /** Where the chain ends; absent: nothing was ever written. */
  getChain(tenantId: string): Promise<ChainEnd | undefined>
  /** By number, from the one after `after`. */
  listChain(tenantId: string, after: number, limit: number): Promise<AuditEvent[]>
}

const COLUMNS = columnNames(AUDIT_EVENT_PRIVACY)

/** Both drivers give a `bigint` as a number or a text. */
const toNumbers = (row: AuditEvent): AuditEvent => ({ ...row, number: Number(row.number) })

export const auditEventsRepo = (db: Kysely<AuditTables>): AuditEventsRepo => ({
  insert: async (event) => {
    const { tenantId, createdOn } = event
    await sql`
      WITH chained AS ${moveChainOn('audit_chains', { tenantId, text: toAuditText(event), now: createdOn })}
      INSERT INTO audit_events (
        id, tenant_id, number, actor_type, actor_id, action, subject_id, client_address, request_id, reason, created_on,
        hash
      )
      SELECT ${event.id}, ${tenantId}, length, ${event.actorType}, ${event.actorId}, ${event.action},
        ${event.subjectId}, ${event.clientAddress}, ${event.requestId}, ${event.reason}, ${createdOn}::timestamptz, hash
      FROM chained`.execute(db)
  },
  list: async (tenantId, filter, page) => {
    const { action, actorId, subjectId } = filter
    const rows = await db
      .selectFrom('auditEvents')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where((eb) =>
        eb.and([
          ...(action ? [eb('action', '=', action)] : []),
          ...(actorId ? [eb('actorId', '=', actorId)] : []),
          ...(subjectId ? [eb('subjectId', '=', subjectId)] : []),
          ...whereListed(filter, page),
        ]),
      )
      .orderBy('createdOn', 'desc')
      .orderBy('id', 'desc')
      .limit(page.limit + 1)
      .execute()
    return toCursorPaged(rows.map(toNumbers), page)
  },
  getChain: async (tenantId) => {
    const row = await db
      .selectFrom('auditChains')
      .select(['length', 'hash'])
      .where('tenantId', '=', tenantId)
      .executeTakeFirst()
    return row && { ...row, length: Number(row.length) }
  },
  listChain: async (tenantId, after, limit) => {
    const rows = await db
      .selectFrom('auditEvents')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit)
      .execute()
    return rows.map(toNumbers)
  },
})
