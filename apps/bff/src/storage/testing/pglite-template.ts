import { cpSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { createDatabase } from '../../composition/create-database.ts'

interface Templates {
  /** What initdb leaves: no table of ours, no extension. */
  blank: string
  /** A database folder that is up to date and empty. */
  ready: string
}

declare module 'vitest' {
  interface ProvidedContext {
    pgliteTemplates: Templates
  }
}

/** Where the templates of this run are, for all projects of one Vitest process: each evaluates this module itself. */
const run = globalThis as { visavisTemplates?: { home: Promise<string>; users: number } }

const toTemplates = (home: string): Templates => ({ blank: join(home, 'blank'), ready: join(home, 'ready') })

/** Not with `cp`, which takes ten times as long for a thousand files. */
const copyFolder = (from: string, to: string): void => cpSync(from, to, { recursive: true })

const prepare = async (): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'visavis-template-'))
  const { blank, ready } = toTemplates(home)
  await (await PGlite.create(blank)).close()
  copyFolder(blank, join(ready, 'cluster'))
  await (await createDatabase({ kind: 'pglite', dataDir: ready })).close()
  return home
}

/** Vitest global set-up: prepared database folders, once a run, because initdb takes ten times as long as a copy. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  run.visavisTemplates ??= { home: prepare(), users: 0 }
  const templates = run.visavisTemplates
  templates.users += 1
  const home = await templates.home
  project.provide('pgliteTemplates', toTemplates(home))
  return async () => {
    templates.users -= 1
    if (templates.users > 0) return
    delete run.visavisTemplates
    await rm(home, { recursive: true })
  }
}

/** A folder that is removed when all tests have ended. */
export const homeOfRun = (): string => dirname(inject('pgliteTemplates').ready)

/** Fills `dataDir` with a database that is up to date and empty; in a bench with none, and opening it makes one. */
export const copyPgliteTemplate = async (dataDir: string): Promise<void> => {
  if (!process.env.VITEST) return
  copyFolder(inject('pgliteTemplates').ready, dataDir)
  await chmod(dataDir, 0o700)
}

/** Fills `folder` with what `PGlite.create(folder)` would begin with. */
export const copyBlankCluster = async (folder: string): Promise<void> =>
  copyFolder(inject('pgliteTemplates').blank, folder)
