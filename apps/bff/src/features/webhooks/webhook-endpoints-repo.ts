import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { WebhookEndpoint, WebhookEndpointsRepository } from './webhook-types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'url',
  'eventTypes',
  'description',
  'isActive',
  'secretSealed',
  'authorizationSealed',
  'createdOn',
  'modifiedOn',
] satisfies (keyof WebhookEndpoint)[]

export const webhookEndpointsRepo = (db: Handle): WebhookEndpointsRepository => {
  const ofTenant = (tenantId: string) => db.selectFrom('webhookEndpoints').where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('webhookEndpoints').values(row).execute()
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
