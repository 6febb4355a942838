import type { Sealer } from '../../storage/assets/types.ts'
import type { SealedColumn } from '../../storage/crypto/sealed-column.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'

type Owner = Pick<WebhookEndpoint, 'tenantId' | 'id'>
type Column = 'secret' | 'authorization'

/** What a sealed value is bound to, so that it cannot be moved to another tenant, endpoint or column. */
const toContext = (column: Column, { tenantId, id }: Owner): string => `webhook-${column}:${tenantId}:${id}`

const toEarlierContext = (column: Column, { id }: Owner): string => `webhook-${column}:${id}`

const toColumn = (column: Column): SealedColumn => ({
  what: `webhook ${column}s`,
  table: 'webhookEndpoints',
  column: `${column}Sealed`,
  key: ['id'],
  columns: ['tenantId'],
  toContext: (endpoint: Owner) => toContext(column, endpoint),
  toEarlierContext: (endpoint: Owner) => toEarlierContext(column, endpoint),
})

export const WEBHOOK_COLUMNS = [toColumn('secret'), toColumn('authorization')]

export const sealWebhookValue = (
  sealer: Sealer,
  column: Column,
  endpoint: Owner,
  value: string,
): Uint8Array => sealer.seal(Buffer.from(value), toContext(column, endpoint))

/** @throws Error when the row was altered or the master key is another */
export const openWebhookValue = (
  sealer: Sealer,
  column: Column,
  endpoint: Owner,
  sealed: Uint8Array,
): string =>
  Buffer.from(sealer.open(sealed, toContext(column, endpoint), toEarlierContext(column, endpoint))).toString()
