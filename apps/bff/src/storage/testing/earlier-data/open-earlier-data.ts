import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import type { EarlierData } from './earlier-data.ts'
import { openRaw } from './open-raw.ts'

type Name = 'data-folder' | 'postgres'

const toUrl = (file: string) => new URL(file, import.meta.url)

/** What was true of the data when it was written. */
export const readExpected = async (name: Name): Promise<EarlierData> =>
  JSON.parse(await readFile(toUrl(`${name}.json`), 'utf8'))

/** A copy of the folder that belongs to the data. */
export const unpackFolder = async (name: Name) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'visavis-earlier-'))
  await pipeline(createReadStream(toUrl(`${name}.tar.br`)), createBrotliDecompress(), unpackTar(dataDir))
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) }
}

/** Fills an empty database. */
export const restorePostgres = async (databaseUrl: string): Promise<void> => {
  const raw = await openRaw({ databaseUrl })
  try {
    await raw.query(await readFile(toUrl('postgres.sql'), 'utf8'))
  } finally {
    await raw.close()
  }
}
