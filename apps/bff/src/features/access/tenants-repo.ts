import { INSTALLATION_ID } from '@visavis/shared/console-roles'
import type { PictureAccess } from '@visavis/shared/picture-access'
import type { Generated, Kysely } from 'kysely'
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

interface TenantRow extends Omit<TestTenant, 'testOf'> {
  testOf: string | null
  /** How many people of its desk it takes to look at a picture. */
  pictureAccess: PictureAccess
}

export const TENANT_PRIVACY = {
  id: 'kept',
  name: 'kept',
  testOf: 'kept',
  pictureAccess: 'kept',
} satisfies PrivacyOf<TenantRow>

export interface TenantsRepo {
  insert(row: Tenant): Promise<void>
  /** @returns whether that partner had none yet */
  insertTest(row: TestTenant): Promise<boolean>
  get(id: string): Promise<Tenant | undefined>
  /** The test side of that partner; `undefined`: nobody has asked for it yet. */
  findTest(testOf: string): Promise<Tenant | undefined>
  /** The oldest partner. */
  first(): Promise<Tenant | undefined>
  /** Of the partner itself; its test side has no desk of its own. */
  readPictureAccess(id: string): Promise<PictureAccess>
  setPictureAccess(id: string, access: PictureAccess): Promise<void>
  /** All partners, oldest first, with their test sides: for the operator's command line. */
  list(): Promise<Tenant[]>
}

export interface TenantTables {
  tenants: Omit<TenantRow, 'pictureAccess'> & { pictureAccess: Generated<PictureAccess> } & Positioned
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
    readPictureAccess: async (id) => {
      const { pictureAccess } = await db
        .selectFrom('tenants')
        .select('pictureAccess')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return pictureAccess
    },
    setPictureAccess: async (id, pictureAccess) => {
      await db.updateTable('tenants').set({ pictureAccess }).where('id', '=', id).execute()
    },
    list: () => partners().orderBy('position').execute(),
  }
}
