import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export interface CodeTryTables {
  codeTries: { key: string; count: number; resetsOn: Date }
}

export interface CodeTriesRepo {
  /**
   * Counts one try, and forgets the counts of windows that are over.
   * @param key what is counted; never a plain address
   * @param resetsOn end of the window that starts if none is under way
   * @returns tries in the present window, this one included, and its end
   */
  take(key: string, now: Date, resetsOn: Date): Promise<{ count: number; resetsOn: Date }>
  /** Takes one try off each of these counts: it was none that counts. */
  giveBack(keys: readonly string[]): Promise<void>
}

export const codeTriesRepo = (db: Kysely<CodeTryTables>): CodeTriesRepo => ({
  take: async (key, now, resetsOn) => {
    await db.deleteFrom('codeTries').where('resetsOn', '<=', now).execute()
    return db
      .insertInto('codeTries')
      .values({ key, count: 1, resetsOn })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ count: sql<number>`code_tries.count + 1` }),
      )
      .returning(['count', 'resetsOn'])
      .executeTakeFirstOrThrow()
  },
  giveBack: async (keys) => {
    await db
      .updateTable('codeTries')
      .set({ count: sql<number>`count - 1` })
      .where('key', 'in', keys)
      .where('count', '>', 0)
      .execute()
  },
})
