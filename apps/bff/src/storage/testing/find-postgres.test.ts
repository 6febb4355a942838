import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPostgres, type PostgresPlaces } from './find-postgres.ts'

/** A machine in a folder: PostgreSQL 9 and 15 of the system, one of npm, one that somebody built. */
let machine: string
let places: PostgresPlaces

const install = async (...path: string[]): Promise<string> => {
  const bin = join(machine, ...path)
  await mkdir(bin, { recursive: true })
  for (const program of ['initdb', 'pg_ctl']) await writeFile(join(bin, program), '')
  return bin
}

beforeAll(async () => {
  machine = await mkdtemp(join(tmpdir(), 'visavis-places-'))
  for (const version of ['9', '15']) await install('system', version, 'bin')
  // What stays behind when only the client is installed.
  await mkdir(join(machine, 'system', '17', 'bin'), { recursive: true })
  places = {
    env: {},
    system: join(machine, 'system', '*', 'bin'),
    npm: await install('npm', 'bin'),
  }
  await install('built')
})
afterAll(() => rm(machine, { recursive: true }))

describe('the PostgreSQL to test with', () => {
  it('is the one that a variable names', () => {
    const built = join(machine, 'built')
    const found = { from: 'variable', bin: built }
    expect(findPostgres({ ...places, env: { POSTGRES_BIN: built } })).toEqual(found)
    expect(findPostgres({ ...places, env: { POSTGRES_BIN: built, TEST_TOOLS: 'npm' } })).toEqual(found)
  })

  it('is no other when the variable is wrong', () => {
    expect(findPostgres({ ...places, env: { POSTGRES_BIN: join(machine, 'nowhere') } })).toBeUndefined()
  })

  it("is the system's newest", () => {
    const newest = join(machine, 'system', '15', 'bin')
    expect(findPostgres(places)).toEqual({ from: 'system', bin: newest })
  })

  it("is npm's where the system has none", () => {
    const found = { from: 'npm', bin: join(machine, 'npm', 'bin') }
    expect(findPostgres({ ...places, system: join(machine, 'nothing', '*') })).toEqual(found)
  })

  it("is npm's where that is asked for, and no other", () => {
    const env = { TEST_TOOLS: 'npm' }
    expect(findPostgres({ ...places, env })).toEqual({ from: 'npm', bin: join(machine, 'npm', 'bin') })
    expect(findPostgres({ ...places, env, npm: undefined })).toBeUndefined()
  })

  it('is missing where there is none', () => {
    expect(findPostgres({ env: {}, system: join(machine, 'nothing', '*'), npm: undefined })).toBeUndefined()
  })
})
