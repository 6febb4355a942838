import type { Kysely } from 'kysely'

export interface DataKeyTables {
  dataKeys: { id: number; wrapped: Uint8Array; createdOn: Date }
}

/** The one key that seals what is kept, itself sealed by the master key. */
export interface DataKeysRepo {
  find(): Promise<Uint8Array | undefined>
  /** Keeps the first one only: of processes that start together, all go on with that. */
  insertIfNone(wrapped: Uint8Array, now: Date): Promise<void>
  /** Nothing happens when another process has replaced it already. */
  replace(before: Uint8Array, after: Uint8Array): Promise<void>
}

const ONLY = 1

export const dataKeysRepo = (db: Kysely<DataKeyTables>): DataKeysRepo => ({
  find: async () => (await db.selectFrom('dataKeys').select('wrapped').executeTakeFirst())?.wrapped,
  insertIfNone: async (wrapped, createdOn) => {
    await db
      .insertInto('dataKeys')
      .values({ id: ONLY, wrapped, createdOn })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  replace: async (before, after) => {
    await db.updateTable('dataKeys').set({ wrapped: after }).where('wrapped', '=', before).execute()
  },
})
