import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { type Kysely, sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Page, Paged } from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'

export interface WebhookEndpoint {
  id: string
  tenantId: string
  url: string
  /** `null`: all, those of later versions too. */
  eventTypes: readonly WebhookEventType[] | null
  description: string | null
  /** While `false`, its deliveries wait. */
  isActive: boolean
  /** The signing secret, only `webhook-secrets.ts` opens it. */
  secretSealed: Uint8Array
  /** Value of the `Authorization` header, sealed likewise. */
  authorizationSealed: Uint8Array | null
  createdOn: Date
  modifiedOn: Date
}

export const WEBHOOK_ENDPOINT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  url: 'kept',
  eventTypes: 'kept',
  description: 'kept',
  isActive: 'kept',
  secretSealed: 'kept',
  authorizationSealed: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<WebhookEndpoint>

export interface WebhookEndpointsRepo {
  insert(row: WebhookEndpoint): Promise<void>
  /** How many the tenant has; within a transaction nobody else adds one before it ends. */
  lockCount(tenantId: string): Promise<number>
  get(tenantId: string, id: string): Promise<WebhookEndpoint | undefined>
  /** Oldest first. */
  list(tenantId: string, page: Page): Promise<Paged<WebhookEndpoint>>
  update(
    tenantId: string,
    id: string,
    change: Partial<
      Pick<WebhookEndpoint, 'url' | 'eventTypes' | 'description' | 'isActive' | 'authorizationSealed'>
    >,
    modifiedOn: Date,
  ): Promise<void>
  /** With its deliveries. @returns whether there was one */
  delete(tenantId: string, id: string): Promise<boolean>
}

export interface WebhookEndpointTables {
  webhookEndpoints: WebhookEndpoint & Positioned
}

const COLUMNS = columnNames(WEBHOOK_ENDPOINT_PRIVACY)

export const webhookEndpointsRepo = (db: Kysely<WebhookEndpointTables>): WebhookEndpointsRepo => {
  const ofTenant = (tenantId: string) => db.selectFrom('webhookEndpoints').where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('webhookEndpoints').values(row).execute()
    },
    lockCount: async (tenantId) => {
      await sql`SELECT FROM tenants WHERE id = ${tenantId} FOR NO KEY UPDATE`.execute(db)
      const { count } = await ofTenant(tenantId)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
    get: (tenantId, id) => ofTenant(tenantId).select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    list: async (tenantId, { skip, limit }) => {
      const all = ofTenant(tenantId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    update: async (tenantId, id, change, modifiedOn) => {
      const result = await db
        .updateTable('webhookEndpoints')
        .set({ ...change, modifiedOn })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('webhook endpoint', result)
    },
    delete: async (tenantId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('webhookEndpoints')
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
