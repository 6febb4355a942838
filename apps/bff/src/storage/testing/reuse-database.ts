import type { PGlite } from '@electric-sql/pglite'
import type { AllDatabase } from '../../composition/create-database.ts'
import type { QueryWatch } from '../kysely-options.ts'
import { type EmptiablePglite, empty, openEmptiablePglite } from './share-database.ts'

interface Reusable extends EmptiablePglite {
  watch: QueryWatch
}

/** Of tests that are over, emptied, for the files that this process runs after theirs. */
const idle: Reusable[] = []

const open = async (): Promise<Reusable> => {
  const current: { watch: QueryWatch } = { watch: {} }
  const opened = await openEmptiablePglite({ onQuery: (sql) => current.watch.onQuery?.(sql) })
  return Object.assign(current, opened)
}

/**
 * A database on PGlite with nothing in it, which may have served another test: opening one takes a second of a
 * processor. Closed, it serves the next; one whose queue did more than be asked for its depths is closed for good.
 */
export const takeDatabase = async (watch: QueryWatch): Promise<{ database: AllDatabase; pglite: PGlite }> => {
  const taken = idle.pop() ?? (await open())
  taken.watch = watch
  let isSpent = false
  const queue = new Proxy(taken.database.queue, {
    get: (target, name) => {
      if (name !== 'depths') isSpent = true
      return Reflect.get(target, name)
    },
  })
  const close = async (): Promise<void> => {
    taken.watch = {}
    if (isSpent) return taken.dispose()
    await empty(taken)
    idle.push(taken)
  }
  // It makes repositories of its own: what a test does to them is gone with it.
  const database = Object.assign(Object.create(taken.database) as AllDatabase, { queue, close })
  return { database, pglite: taken.pglite }
}
