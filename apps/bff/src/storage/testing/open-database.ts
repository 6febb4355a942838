import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AllDatabase } from '../../composition/create-database.ts'
import { createDatabase } from '../../composition/create-database.ts'
import { copyPgliteTemplate } from './pglite-template.ts'

export interface OpenedDatabase {
  database: AllDatabase
  /** Closes it and removes its files. */
  dispose(): Promise<void>
}

/** A database on PGlite that nobody has written to. */
export const openTestDatabase = async (): Promise<OpenedDatabase> => {
  const home = await mkdtemp(join(tmpdir(), 'visavis-pglite-'))
  const dataDir = join(home, 'db')
  await copyPgliteTemplate(dataDir)
  const database = await createDatabase({ kind: 'pglite', dataDir })
  return {
    database,
    dispose: async () => {
      await database.close()
      await rm(home, { recursive: true })
    },
  }
}
