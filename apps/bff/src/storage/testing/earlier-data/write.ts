/**
 * Writes a data folder and a PostgreSQL database as the code of now leaves them, for later versions to open: see the
 * README beside this file. Takes the folder to write to as its argument; needs PostgreSQL and its `pg_dump`.
 */
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { constants, createBrotliCompress } from 'node:zlib'
import { packTar } from 'modern-tar/fs'
import { openStorage } from '../../../composition/open-storage.ts'
import { createRateLimits } from '../../rate-limits/create-rate-limits.ts'
import { startPostgres } from '../start-postgres.ts'
import { createEarlierApp } from './earlier-app.ts'
import type { EarlierData } from './earlier-data.ts'
import { fill } from './fill.ts'
import { countRows, openRaw } from './open-raw.ts'

/** pg-boss deletes what waited for two weeks; here it waits for ever. */
const KEEP_JOBS = "UPDATE visavis_jobs.job SET keep_until = '2999-12-31'"
const [target = ''] = process.argv.slice(2)

type Written = Omit<EarlierData, 'counts' | 'jobs'>

const writeRows = async (dataDir: string, databaseUrl?: string): Promise<Written> => {
  const storage = await openStorage({ dataDir, databaseUrl, masterKey: undefined })
  const clock = { skewMs: 0, stoppedAt: undefined as Date | undefined }
  const test = createEarlierApp(storage, () => clock.stoppedAt ?? new Date(Date.now() + clock.skewMs))
  const { paths, ...filled } = await fill(test, async (ms, work) => {
    clock.skewMs -= ms
    const result = await work()
    clock.skewMs += ms
    return result
  })
  if (databaseUrl) await countRequest(databaseUrl)
  clock.stoppedAt = new Date()
  const answers: EarlierData['answers'] = []
  for (const partner of ['first', 'second'] as const) {
    for (const path of paths[partner]) {
      answers.push({ partner, path, body: (await test.as(filled.partners[partner]).get(path)).body })
    }
  }
  const written = {
    engine: storage.database.engine,
    writtenOn: clock.stoppedAt.toISOString(),
    ...filled,
    answers,
  }
  await storage.close()
  return written
}

const countRequest = async (databaseUrl: string): Promise<void> => {
  const onStoreDown = (cause: unknown) => {
    throw cause
  }
  const perMinute = { partner: 10, capture: 10, address: 10 }
  const { rateLimits, close } = createRateLimits({ perMinute, databaseUrl, onStoreDown })
  await rateLimits.partner?.consume('earlier')
  await close()
}

/** Neither what only a running process needs, nor the log of long ago. */
const isPacked = (path: string, log: string): boolean =>
  !path.startsWith('spool') &&
  path !== 'db/lock' &&
  (!/pg_wal\/[0-9A-F]{24}$/.test(path) || path.endsWith(log))

/** @param log the one segment of the write-ahead log that is packed */
const save = async (name: string, data: EarlierData, folder: string, log = ''): Promise<void> => {
  await writeFile(join(target, `${name}.json`), `${JSON.stringify(data, null, 1)}\n`)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }
  await pipeline(
    packTar(folder, { filter: (path) => isPacked(relative(folder, path), log) }),
    createBrotliCompress({ params }),
    createWriteStream(join(target, `${name}.tar.br`)),
  )
}

const newFolder = () => mkdtemp(join(tmpdir(), 'visavis-earlier-'))

const writeDataFolder = async (): Promise<void> => {
  const folder = await newFolder()
  const written = await writeRows(folder)
  const raw = await openRaw({ dataDir: folder })
  await raw.query(KEEP_JOBS)
  const counted = await countRows(raw)
  await raw.query('VACUUM')
  // What was written before the last checkpoint is needed by nobody, and is most of the log.
  await raw.query('SELECT pg_switch_wal()')
  await raw.query('CHECKPOINT')
  const [log] = await raw.query('SELECT pg_walfile_name(pg_current_wal_lsn()) AS name')
  await raw.close()
  await save('data-folder', { ...written, ...counted }, folder, String(log?.name))
  await rm(folder, { recursive: true })
}

/** What psql alone understands, and settings that servers of other versions may not know. */
const NOT_SQL = /^(?:\\|--|SET default_|CREATE SCHEMA public;|\s*$)/

/** The first lines set the session up, which is left to whoever runs the others. */
const toPlainSql = (dump: string): string => {
  const lines = dump.split('\n').filter((line) => !NOT_SQL.test(line))
  return `${lines.slice(lines.findIndex((line) => line.startsWith('CREATE '))).join('\n')}\n`
}

const writePostgres = async (): Promise<void> => {
  const server = await startPostgres()
  const folder = await newFolder()
  const written = await writeRows(folder, server.url)
  const raw = await openRaw({ databaseUrl: server.url })
  await raw.query(KEEP_JOBS)
  const counted = await countRows(raw)
  await raw.close()
  const flags = ['--no-owner', '--no-privileges', '--no-comments', '--inserts', '--rows-per-insert=50']
  const dumped = await promisify(execFile)(
    'pg_dump',
    [...flags, '-n', 'public', '-n', 'visavis_jobs', server.url],
    {
      maxBuffer: 100_000_000,
    },
  )
  await writeFile(join(target, 'postgres.sql'), toPlainSql(dumped.stdout))
  await save('postgres', { ...written, ...counted }, folder)
  await rm(folder, { recursive: true })
  await server.stop()
}

await writeDataFolder()
await writePostgres()
