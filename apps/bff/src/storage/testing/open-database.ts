import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { AllDatabase } from '../../composition/create-database.ts'
import { createDatabase } from '../../composition/create-database.ts'
import type { QueryWatch } from '../kysely-options.ts'
import { copyPgliteTemplate, homeOfRun } from './pglite-template.ts'

export interface OpenedDatabase {
  database: AllDatabase
  /** Closes it and removes its files. */
  dispose(): Promise<void>
}

/** A database on PGlite that nobody has written to. */
export const openTestDatabase = async (watch?: QueryWatch): Promise<OpenedDatabase> => {
  // Of one that nobody disposes of, the files go with the run.
  const home = await mkdtemp(join(homeOfRun(), 'database-'))
  const dataDir = join(home, 'db')
  await copyPgliteTemplate(dataDir)
  const database = await createDatabase({ kind: 'pglite', dataDir }, watch)
  return {
    database,
    dispose: async () => {
      await database.close()
      rmSync(home, { recursive: true })
    },
  }
}
