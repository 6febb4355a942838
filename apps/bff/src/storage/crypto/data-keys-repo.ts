import type { Kysely } from 'kysely'

export interface DataKeyRow {
  id: number
  /** Sealed by the master key. */
  wrapped: Uint8Array
  createdOn: Date
  /** When it begins to seal, once every process knows it; `null`: at once. */
  sealsFrom: Date | null
  /** Everything is sealed by it since then; `null`: not everything yet. */
  resealedOn: Date | null
}

export interface DataKeyTables {
  dataKeys: DataKeyRow
}

/** The keys that seal what is kept, and the one that hashes are made with; all sealed by the master key. */
export interface DataKeysRepo {
  /** In order of their ids. */
  list(): Promise<DataKeyRow[]>
  /** Keeps the first one of an id only: of processes that start together, all go on with that. */
  insertIfNone(row: DataKeyRow): Promise<void>
  /** Nothing happens when another process has replaced it already. */
  replace(before: Uint8Array, after: Uint8Array): Promise<void>
  markResealed(id: number, resealedOn: Date | null): Promise<void>
  delete(ids: readonly number[]): Promise<void>
}

export const dataKeysRepo = (db: Kysely<DataKeyTables>): DataKeysRepo => ({
  list: () => db.selectFrom('dataKeys').selectAll().orderBy('id').execute(),
  insertIfNone: async (row) => {
    await db
      .insertInto('dataKeys')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  replace: async (before, after) => {
    await db.updateTable('dataKeys').set({ wrapped: after }).where('wrapped', '=', before).execute()
  },
  markResealed: async (id, resealedOn) => {
    await db.updateTable('dataKeys').set({ resealedOn }).where('id', '=', id).execute()
  },
  delete: async (ids) => {
    if (ids.length > 0) await db.deleteFrom('dataKeys').where('id', 'in', ids).execute()
  },
})
