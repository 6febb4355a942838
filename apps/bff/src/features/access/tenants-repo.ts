import type { Kysely } from 'kysely'
import type { PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'

export interface Tenant {
  id: string
  name: string
}

export const TENANT_PRIVACY = {
  id: 'kept',
  name: 'kept',
} satisfies PrivacyOf<Tenant>

export interface TenantsRepo {
  insert(row: Tenant): Promise<void>
  get(id: string): Promise<Tenant | undefined>
  first(): Promise<Tenant | undefined>
  /** All, oldest first: for the operator's command line. */
  list(): Promise<Tenant[]>
}

export interface TenantTables {
  tenants: Tenant & Positioned
}

export const tenantsRepo = (db: Kysely<TenantTables>): TenantsRepo => ({
  insert: async (row) => {
    await db.insertInto('tenants').values(row).execute()
  },
  get: (id) => db.selectFrom('tenants').select(['id', 'name']).where('id', '=', id).executeTakeFirst(),
  first: () =>
    db.selectFrom('tenants').select(['id', 'name']).orderBy('position').limit(1).executeTakeFirst(),
  list: () => db.selectFrom('tenants').select(['id', 'name']).orderBy('position').execute(),
})
