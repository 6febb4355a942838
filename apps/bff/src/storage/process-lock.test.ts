import { readdirSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tryProcessLock } from './process-lock.ts'
import { spawnChild } from './testing/spawn-child.ts'

const CHILD = new URL('./testing/hold-lock-child.ts', import.meta.url)

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rm(folder, { recursive: true }))

it('is held once, and again after it was released', () => {
  const lock = tryProcessLock(path)
  expect(lock).toBeDefined()
  expect(tryProcessLock(path)).toBeUndefined()
  expect(readdirSync(folder)).toEqual(['lock'])
  lock?.release()
  const next = tryProcessLock(path)
  expect(next).toBeDefined()
  next?.release()
})

it('is held against other processes until they die, however they die', async () => {
  const child = spawnChild(CHILD, path)
  await child.nextLine()
  expect(tryProcessLock(path)).toBeUndefined()
  await child.kill()
  const lock = tryProcessLock(path)
  expect(lock).toBeDefined()
  lock?.release()
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('says so when the file cannot be there', () => {
  expect(() => tryProcessLock(join(folder, 'missing', 'lock'))).toThrow()
})
