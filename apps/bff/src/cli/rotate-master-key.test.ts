import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseConfig } from '../composition/config.ts'
import { openStorage } from '../composition/open-storage.ts'
import { MasterKeyError } from '../storage/crypto/master-key-error.ts'
import { copyPgliteTemplate } from '../storage/testing/pglite-template.ts'
import { rotateMasterKey } from './rotate-master-key.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'visavis-rotate-'))
  await copyPgliteTemplate(join(dataDir, 'db'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const configure = (more: Record<string, string> = {}) => parseConfig({ DATA_DIR: dataDir, ...more })
const keyFile = () => join(dataDir, 'keys', 'master.key')
const withStorage = async <Result>(
  work: (storage: Awaited<ReturnType<typeof openStorage>>) => Result | Promise<Result>,
) => {
  const storage = await openStorage(configure())
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

it('replaces the key; what was sealed opens, and the old key is worth nothing', async () => {
  const sealed = await withStorage(({ sealer }) => sealer.seal(Buffer.from('a template'), 'face_1'))
  const before = await readFile(keyFile(), 'utf8')
  await rotateMasterKey(configure())
  const after = await readFile(keyFile(), 'utf8')
  expect(after).toMatch(/^[\w+/]{43}=\n$/)
  expect(after).not.toBe(before)
  const open = () => withStorage(({ sealer }) => Buffer.from(sealer.open(sealed, 'face_1')).toString())
  expect(await open()).toBe('a template')
  await writeFile(keyFile(), before)
  await expect(open()).rejects.toThrow(MasterKeyError)
})

it('touches nothing when the folder does not open', async () => {
  await withStorage(() => {})
  const wrong = `${randomBytes(32).toString('base64')}\n`
  await writeFile(keyFile(), wrong)
  await expect(rotateMasterKey(configure())).rejects.toThrow(MasterKeyError)
  expect(await readFile(keyFile(), 'utf8')).toBe(wrong)
})

it('says what to do about a key of the environment', async () => {
  const VISAVIS_MASTER_KEY = randomBytes(32).toString('base64')
  await expect(rotateMasterKey(configure({ VISAVIS_MASTER_KEY }))).rejects.toThrow(
    'Put the new one before it',
  )
})
