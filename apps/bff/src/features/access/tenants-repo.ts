import { INSTALLATION_ID } from '@visavis/shared/console-roles'
import type { Kysely } from 'kysely'
import type { PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'

export interface Tenant {
  id: string
  name: string
}

/** The test side of a partner. The database knows by its id that it is one (`isTestTenant`). */
export interface TestTenant extends Tenant {
  /** The partner's own tenant. */
  testOf: string
}

export const TENANT_PRIVACY = {
  id: 'kept',
  name: 'kept',
  testOf: 'kept',
} satisfies PrivacyOf<TestTenant>

export interface TenantsRepo {
  insert(row: Tenant): Promise<void>
  /** @returns whether that partner had none yet */
  insertTest(row: TestTenant): Promise<boolean>
  get(id: string): Promise<Tenant | undefined>
  /** The test side of that partner; `undefined`: nobody has asked for it yet. */
  findTest(testOf: string): Promise<Tenant | undefined>
  /** The oldest partner. */
  first(): Promise<Tenant | undefined>
  /** All partners, oldest first, with their test sides: for the operator's command line. */
  list(): Promise<Tenant[]>
}

export interface TenantTables {
  tenants: Tenant & { testOf: string | null } & Positioned
}

export const tenantsRepo = (db: Kysely<TenantTables>): TenantsRepo => {
  const all = () => db.selectFrom('tenants').select(['id', 'name'])
  const partners = () => all().where('id', '<>', INSTALLATION_ID)
  return {
    insert: async (row) => {
      await db.insertInto('tenants').values(row).execute()
    },
    insertTest: async (row) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('tenants')
        .values(row)
        .onConflict((conflict) => conflict.column('testOf').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    findTest: (testOf) => all().where('testOf', '=', testOf).executeTakeFirst(),
    first: () => partners().orderBy('position').limit(1).executeTakeFirst(),
    list: () => partners().orderBy('position').execute(),
  }
}
