import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { createDatabase } from '../../composition/create-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    pgliteTemplate: string
  }
}

/** Vitest global set-up: one prepared database folder a run, because initdb takes ten times as long as a copy. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const template = await mkdtemp(join(tmpdir(), 'visavis-template-'))
  const database = await createDatabase({ kind: 'pglite', dataDir: template })
  await database.close()
  project.provide('pgliteTemplate', template)
  return () => rm(template, { recursive: true })
}

/** Fills `dataDir` with a database that is up to date and empty. */
export const copyPgliteTemplate = async (dataDir: string): Promise<void> => {
  await cp(inject('pgliteTemplate'), dataDir, { recursive: true })
  await chmod(dataDir, 0o700)
}
