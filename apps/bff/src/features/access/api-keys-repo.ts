import type { Scope } from '@visavis/shared/scopes'
import type { Kysely } from 'kysely'
import type { Page, Paged } from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'
import { CREDENTIAL_LIMITS_PRIVACY, type CredentialLimits } from './credential-limits.ts'

export interface ApiKey extends CredentialLimits {
  id: string
  tenantId: string
  name: string | null
  /** SHA-256 of the key, 32 bytes; the key itself is never stored. */
  hash: Uint8Array
  /** Its last characters, to recognise it by; `null` for keys of before these were kept. */
  lastFour: string | null
  scopes: readonly Scope[]
  createdOn: Date
  /** To within an hour; `null`: never. */
  lastUsedOn: Date | null
}

export const API_KEY_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  name: 'kept',
  hash: 'kept',
  lastFour: 'kept',
  scopes: 'kept',
  createdOn: 'kept',
  lastUsedOn: 'kept',
  ...CREDENTIAL_LIMITS_PRIVACY,
} satisfies PrivacyOf<ApiKey>

export interface ApiKeysRepo {
  insert(row: ApiKey): Promise<void>
  /** By the SHA-256 of the key; crosses tenants. */
  findByHash(hash: Uint8Array): Promise<ApiKey | undefined>
  /** Notes that it was used. */
  touch(id: string, now: Date): Promise<void>
  get(tenantId: string, id: string): Promise<ApiKey | undefined>
  /** Oldest first. */
  list(tenantId: string, page: Page): Promise<Paged<ApiKey>>
  /** @returns whether there was one */
  delete(tenantId: string, id: string): Promise<boolean>
}

export interface ApiKeyTables {
  apiKeys: ApiKey & Positioned
}

const COLUMNS = columnNames(API_KEY_PRIVACY)

export const apiKeysRepo = (db: Kysely<ApiKeyTables>): ApiKeysRepo => {
  const ofTenant = (tenantId: string) => db.selectFrom('apiKeys').where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('apiKeys').values(row).execute()
    },
    findByHash: (hash) =>
      db.selectFrom('apiKeys').select(COLUMNS).where('hash', '=', hash).executeTakeFirst(),
    touch: async (id, lastUsedOn) => {
      await db.updateTable('apiKeys').set({ lastUsedOn }).where('id', '=', id).execute()
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
    delete: async (tenantId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('apiKeys')
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}
