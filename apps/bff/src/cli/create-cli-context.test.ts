import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStorage } from '../composition/open-storage.ts'
import { tryProcessLock } from '../storage/process-lock.ts'
import { copyPgliteTemplate } from '../storage/testing/pglite-template.ts'
import { createCliContext } from './create-cli-context.ts'
import { runCli } from './run-cli.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-run-'))
  const dataDir = join(home, 'data')
  await copyPgliteTemplate(join(dataDir, 'db'))
  await (await openStorage({ dataDir, databaseUrl: undefined, masterKey: undefined })).close()
  await writeFile(join(home, 'file'), '')
})
afterAll(() => rm(home, { recursive: true }))

const run = async (line: readonly string[], more: Record<string, string> = {}) => {
  let out = ''
  let error = ''
  const status = await runCli(line, {
    ...createCliContext({ DATA_DIR: join(home, 'data'), ...more }),
    startServer: async () => {},
    write: (text) => {
      out += text
    },
    writeError: (text) => {
      error += text
    },
  })
  return { status, out, error }
}

it.each([
  ['no data folder', () => ({ DATA_DIR: join(home, 'none') }), 'There is no database in the data folder'],
  ['a file for a data folder', () => ({ DATA_DIR: join(home, 'file') }), 'There is no database in'],
  [
    'a wrong master key',
    () => ({ VISAVIS_MASTER_KEY: randomBytes(32).toString('base64') }),
    'The master key is not the one',
  ],
  ['a broken master key', () => ({ VISAVIS_MASTER_KEY: 'x' }), 'must be base64 of exactly 32 bytes'],
  [
    'a database that is not there',
    () => ({ DATABASE_URL: 'postgres://visavis@127.0.0.1:1/visavis' }),
    'does not answer: start it',
  ],
  ['a number that is none', () => ({ PORT: 'x' }), 'The configuration is wrong'],
])('%s is told in a sentence', async (_, env, sentence) => {
  const { status, out, error } = await run(['key', 'list'], env())
  expect([status, out]).toEqual([1, ''])
  expect(error).toContain(sentence)
  expect(error).not.toMatch(/^ +at /m)
  expect(existsSync(join(home, 'none'))).toBe(false)
})

it('so are a folder that the server has open, and one that cannot be begun', async () => {
  const lock = tryProcessLock(join(home, 'data', 'db', 'lock'))
  expect((await run(['key', 'list'])).error).toMatch(
    /^Another process has the database in .* open: stop it first\.\n$/,
  )
  lock?.release()
  const { error } = await run(['setup', '--name', 'A'], { DATA_DIR: join(home, 'file') })
  expect(error).toMatch(/^The data folder .* is a file, or lies below one: set DATA_DIR to a folder\.\n$/)
})
