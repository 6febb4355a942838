/** The drill: a server's data is backed up, restored elsewhere, compared row by row, and used. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFaceEngine } from '@visavis/face-engine'
import { createPortrait } from '@visavis/vendor-sandbox/portraits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { type Config, parseConfig } from '../../composition/config.ts'
import { openStorage, type Storage } from '../../composition/open-storage.ts'
import { setUpTenant, type TenantSetUp } from '../../features/access/index.ts'
import { verifyAudit } from '../../features/audit/index.ts'
import { embedded } from '../../providers/embedded/index.ts'
import { createProviderRegistry } from '../../providers/registry.ts'
import { openObjects } from '../../storage/assets/asset-store.ts'
import { MasterKeyError } from '../../storage/crypto/master-key-error.ts'
import { DatabaseInUseError } from '../../storage/pglite.ts'
import {
  createEmptyDatabase,
  type EmptyDatabase,
  openTestServer,
} from '../../storage/testing/create-empty-database.ts'
import { sha256 } from '../../storage/testing/earlier-data/earlier-app.ts'
import { restorePostgres, unpackFolder } from '../../storage/testing/earlier-data/open-earlier-data.ts'
import { openRaw } from '../../storage/testing/earlier-data/open-raw.ts'
import { copyBlankCluster } from '../../storage/testing/pglite-template.ts'
import { startPgvector } from '../../storage/testing/start-pgvector.ts'
import { hasPostgres } from '../../storage/testing/start-postgres.ts'
import { startS3 } from '../../storage/testing/start-s3.ts'
import { createPartnerClient } from '../../testing/clients.ts'
import { createTestDeps } from '../../testing/test-app.ts'
import { backUp } from './back-up.ts'
import { BackupError } from './backup-error.ts'
import { restore } from './restore.ts'

const isPossible = Boolean(process.env.TEST_DATABASE_URL) || hasPostgres()
const OPTIONS = { pictures: true, now: () => new Date() }

const engine = await createFaceEngine({ workers: 1 })
afterAll(() => engine.close())

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-backup-'))
})
afterAll(() => rm(home, { recursive: true }))

/** A new place to keep things in, with the master key of another one. */
const configure = async (
  name: string,
  key?: string,
  environment: Record<string, string> = {},
): Promise<Config> => {
  const DATA_DIR = join(home, name)
  if (key) await cp(join(key, 'keys'), join(DATA_DIR, 'keys'), { recursive: true })
  return parseConfig({ DATA_DIR, ...environment })
}

const open = (storage: Storage, partner: TenantSetUp) => {
  const deps = createTestDeps(storage, createProviderRegistry(embedded(engine)))
  return createPartnerClient({ app: createApp(deps), partner })
}

/** Every row of every table, as the database writes it. */
const readRows = async ({ dataDir, databaseUrl }: Config): Promise<Record<string, string[]>> => {
  const raw = await openRaw(databaseUrl ? { databaseUrl } : { dataDir })
  try {
    await raw.query("SET timezone = 'UTC'")
    const tables = await raw.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
       AND relkind = 'r' AND relname NOT IN ('kysely_migration', 'kysely_migration_lock', 'rate_limits') ORDER BY 1`,
    )
    const all: Record<string, string[]> = {}
    for (const { name } of tables) {
      const rows = await raw.query(`SELECT t::text AS line FROM ${name} AS t ORDER BY 1`)
      all[String(name)] = rows.map(({ line }) => String(line))
    }
    return all
  } finally {
    await raw.close()
  }
}

/** By their sums. */
const readPictures = async ({ dataDir, s3 }: Config): Promise<Record<string, string>> => {
  const objects = openObjects({ dataDir: join(dataDir, 'assets'), s3 })
  const all: Record<string, string> = {}
  for (const id of (await objects.getKeys()).sort()) {
    all[id] = sha256((await objects.getItemRaw<Uint8Array>(id)) ?? new Uint8Array())
  }
  await objects.dispose()
  return all
}

/** What an earlier process announced or was erasing is of no use, and is cleared away by the next start. */
const expectPictures = async (target: Config, source: Config): Promise<void> => {
  const [kept, restored] = [await readPictures(source), await readPictures(target)]
  const { databaseUrl, dataDir } = source
  const raw = await openRaw(databaseUrl ? { databaseUrl } : { dataDir })
  const stored = await raw.query("SELECT id FROM assets WHERE status = 'stored' ORDER BY id")
  await raw.close()
  expect(stored.length).toBeGreaterThan(5)
  expect(restored).toEqual(Object.fromEntries(stored.map(({ id }) => [id, kept[String(id)]])))
}

interface Person {
  partner: TenantSetUp
  applicantId: string
}

const portraitOf = async (person: 'anna' | 'berta', margin = 0.5) =>
  new Uint8Array(await createPortrait(person, { margin }))

const setUp = async (storage: Storage): Promise<TenantSetUp> =>
  setUpTenant(
    storage.database,
    {
      name: 'Drill',
      provider: 'embedded',
      allowedRedirectUrls: ['https://partner.example'],
      livenessPolicy: 'none',
    },
    new Date(),
  )

/** Into what is there, which is brought up to date by it. */
const enrol = async (config: Config): Promise<Person> => {
  const storage = await openStorage(config)
  try {
    const partner = await setUp(storage)
    const client = open(storage, partner)
    // There are only these few pictures of these people.
    await client.patch(`/user-journeys/${partner.userJourneyId}`, { replay_check: 'off' })
    const applicantId = await client.createApplicant({ external_applicant_name: 'Ada, "the first" \\ {1,2}' })
    expect((await client.enrol(applicantId, await portraitOf('anna'))).status).toBe(201)
    return { partner, applicantId }
  } finally {
    await storage.close()
  }
}

const expectMatch = async (config: Config, { partner, applicantId }: Person): Promise<void> => {
  const storage = await openStorage(config)
  try {
    const client = open(storage, partner)
    const { authenticationId } = await client.finishAttempt(applicantId, await portraitOf('anna', 0.7))
    expect((await client.get(`/face-authentications/${authenticationId}`)).body.status).toBe('approved')
    expect((await client.get(`/applicants/${applicantId}`)).body.external_applicant_name).toContain(
      '"the first"',
    )
  } finally {
    await storage.close()
  }
}

const expectProblem = async (work: Promise<unknown>, problem: BackupError['problem']): Promise<void> => {
  const failure = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  expect(failure).toBeInstanceOf(BackupError)
  expect(failure).toMatchObject({ problem })
}

describe('a data folder', { timeout: 180_000 }, () => {
  let source: Config
  let person: Person
  let file: string
  beforeAll(async () => {
    const earlier = await unpackFolder('data-folder')
    await cp(earlier.dataDir, join(home, 'source'), { recursive: true })
    await earlier.remove()
    source = await configure('source')
    person = await enrol(source)
    file = join(home, 'folder.visavis')
    await backUp(source, file, OPTIONS)
  })

  it('is restored with every row and every picture, and an enrolled person matches', async () => {
    const target = await configure('folder-copy', source.dataDir)
    const { rows, pictures } = await restore(target, file)
    const before = await readRows(source)
    expect(Object.keys(before).length).toBeGreaterThan(30)
    expect(await readRows(target)).toEqual(before)
    expect(rows).toBe(Object.values(before).flat().length)
    const kept = await readPictures(source)
    expect(Object.keys(kept)).toHaveLength(pictures)
    expect(await readPictures(target)).toEqual(kept)
    await expectMatch(target, person)
  })

  it('holds no master key and is for its owner alone', async () => {
    const bytes = await readFile(file)
    const [key = ''] = (await readFile(join(source.dataDir, 'keys/master.key'), 'utf8')).trim().split(',')
    expect(bytes.includes(key)).toBe(false)
    expect(bytes.includes(Buffer.from(key, 'base64'))).toBe(false)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is not backed up while a server has it open, nor over another file', async () => {
    const storage = await openStorage(source)
    const other = join(home, 'other.visavis')
    await expect(backUp(source, other, OPTIONS)).rejects.toThrow(DatabaseInUseError)
    await storage.close()
    expect((await readdir(home)).filter((name) => name.startsWith('other'))).toEqual([])
    await expectProblem(backUp(source, file, OPTIONS), 'file_exists')
  })

  it('is not restored over what is there', async () => {
    const before = await readRows(source)
    await expectProblem(restore(source, file), 'target_not_empty')
    expect(await readRows(source)).toEqual(before)
    const target = await configure('has-pictures', source.dataDir)
    await cp(join(source.dataDir, 'assets'), join(target.dataDir, 'assets'), { recursive: true })
    await expectProblem(restore(target, file), 'target_not_empty')
    expect(existsSync(join(target.dataDir, 'db'))).toBe(false)
  })

  it('is not restored without its master key, or with another', async () => {
    await expectProblem(restore(await configure('keyless'), file), 'master_key_missing')
    expect(existsSync(join(home, 'keyless'))).toBe(false)
    const VISAVIS_MASTER_KEY = randomBytes(32).toString('base64')
    await expect(
      restore(await configure('strange', undefined, { VISAVIS_MASTER_KEY }), file),
    ).rejects.toThrow(MasterKeyError)
    expect(existsSync(join(home, 'strange'))).toBe(false)
  })

  it.each([
    ['cut in its middle', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), 'not_a_backup'],
    [
      'cut at the end of an entry',
      (bytes: Buffer) => bytes.subarray(0, -4096 - (bytes.length % 512)),
      'not_a_backup',
    ],
    [
      'altered by one bit',
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes)
        const at = Math.floor(bytes.length * 0.6)
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
        return changed
      },
      'not_a_backup',
    ],
    ['empty', () => Buffer.alloc(0), 'not_a_backup'],
    ['something else', () => randomBytes(10_000), 'not_a_backup'],
    [
      'of a later version',
      (bytes: Buffer) =>
        Buffer.from(bytes.toString('latin1').replace('"format": 1', '"format": 2'), 'latin1'),
      'version_unknown',
    ],
  ] as const)('a file that is %s leaves nothing behind', async (name, change, problem) => {
    const broken = join(home, `${name}.visavis`)
    await writeFile(broken, change(await readFile(file)))
    const target = await configure(`target of ${name}`, source.dataDir)
    await expectProblem(restore(target, broken), problem)
    expect(await readdir(target.dataDir)).toEqual(['keys'])
  })

  it('so does one that is not there, and a whole one with something after its end', async () => {
    const target = await configure('unwritten', source.dataDir)
    await expectProblem(restore(target, join(home, 'nothing')), 'file_unreadable')
    const longer = join(home, 'longer.visavis')
    await cp(file, longer)
    await appendFile(longer, 'x')
    await expectProblem(restore(target, longer), 'not_a_backup')
    expect(await readdir(target.dataDir)).toEqual(['keys'])
  })

  it('without its pictures, which stay where they are', async () => {
    const rows = join(home, 'rows.visavis')
    expect(await backUp(source, rows, { ...OPTIONS, pictures: false })).toMatchObject({ pictures: 0 })
    const target = await configure('rows-copy', source.dataDir)
    await copyBlankCluster(join(target.dataDir, 'db/cluster'))
    await cp(join(source.dataDir, 'assets'), join(target.dataDir, 'assets'), { recursive: true })
    await restore(target, rows)
    expect(await readPictures(target)).toEqual(await readPictures(source))
    await expectMatch(target, person)
  })

  it('moves to PostgreSQL and a bucket, and back', async () => {
    await copyBlankCluster(join(home, 'moved-server'))
    const server = await startPgvector({ dataDir: join(home, 'moved-server') })
    const s3 = await startS3()
    try {
      const { endpoint, bucket, region, accessKeyId, secretAccessKey } = s3.options
      const target = await configure('moved', source.dataDir, {
        DATABASE_URL: server.url,
        S3_ENDPOINT: endpoint,
        S3_BUCKET: bucket,
        S3_REGION: region,
        S3_ACCESS_KEY_ID: accessKeyId,
        S3_SECRET_ACCESS_KEY: secretAccessKey,
      })
      await restore(target, file)
      expect(await readRows(target)).toEqual(await readRows(source))
      expect(await readPictures(target)).toEqual(await readPictures(source))
      const again = join(home, 'again.visavis')
      await backUp(target, again, OPTIONS)
      const back = await configure('back', source.dataDir)
      await copyBlankCluster(join(back.dataDir, 'db/cluster'))
      await restore(back, again)
      expect(await readRows(back)).toEqual(await readRows(source))
      expect(await readPictures(back)).toEqual(await readPictures(source))
      await expectMatch(back, person)
    } finally {
      await s3.stop()
      await server.stop()
    }
  })

  it('goes nowhere without pgvector, for it has faces for 1:N search', async () => {
    await copyBlankCluster(join(home, 'plain-server'))
    const server = await startPgvector({ dataDir: join(home, 'plain-server'), isWithoutExtension: true })
    try {
      const target = await configure('plain', source.dataDir, { DATABASE_URL: server.url })
      await expectProblem(restore(target, file), 'pgvector_missing')
      expect(await readRows(target)).toEqual({})
    } finally {
      await server.stop()
    }
  })

  it('of an earlier version is restored as it was, and then brought up to date', async () => {
    const earlier = await unpackFolder('data-folder')
    const old = await configure('earlier-folder')
    await cp(earlier.dataDir, old.dataDir, { recursive: true })
    await earlier.remove()
    const oldFile = join(home, 'earlier-folder.visavis')
    await backUp(old, oldFile, OPTIONS)
    const target = await configure('earlier-folder-copy', old.dataDir)
    await copyBlankCluster(join(target.dataDir, 'db/cluster'))
    await restore(target, oldFile)
    expect(await readRows(target)).toEqual(await readRows(old))
    await expectPictures(target, old)
    await (await openStorage(target)).close()
  })
})

describe.skipIf(!isPossible)('PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof openTestServer>>
  const databases: EmptyDatabase[] = []
  const createDatabase = async (): Promise<string> => {
    const database = await createEmptyDatabase(server.url)
    databases.push(database)
    return database.url
  }
  beforeAll(async () => {
    server = await openTestServer()
  })
  afterAll(async () => {
    for (const database of databases) await database.drop()
    await server.stop()
  })

  it('is backed up while servers write, as it was at one moment', async () => {
    const earlier = await unpackFolder('postgres')
    await cp(earlier.dataDir, join(home, 'postgres'), { recursive: true })
    await earlier.remove()
    const source = await configure('postgres', undefined, { DATABASE_URL: await createDatabase() })
    await restorePostgres(source.databaseUrl ?? '')
    const person = await enrol(source)
    const file = join(home, 'postgres.visavis')

    const storage = await openStorage(source)
    const client = open(storage, await setUp(storage))
    let isDone = false
    const work = async (): Promise<number> => {
      for (let count = 0; ; count += 1) {
        if (isDone && count > 2) return count
        await client.enrol(await client.createApplicant(), await portraitOf('berta'))
      }
    }
    const working = work()
    await backUp(source, file, OPTIONS)
    isDone = true
    await working
    await storage.close()

    const target = await configure('postgres-copy', source.dataDir, { DATABASE_URL: await createDatabase() })
    await restore(target, file)
    const [before, after] = [await readRows(source), await readRows(target)]
    expect(Object.keys(after)).toEqual(Object.keys(before))
    // Rows that are changed: when a key was used last, and how far a chain has come.
    const changed = new Set(['api_keys', 'audit_chains'])
    for (const [table, rows] of Object.entries(after)) {
      const known = new Set(before[table])
      if (!changed.has(table)) expect([table, rows.filter((row) => !known.has(row))]).toEqual([table, []])
    }
    // Nothing is missing of what was there before the work began.
    expect(after.faces).toEqual(expect.arrayContaining([expect.stringContaining(person.applicantId)]))
    expect(before.faces?.length).toBeGreaterThan(after.faces?.length ?? 0)
    const copy = await openStorage(target)
    for (const { id } of await copy.database.tenants.list()) {
      expect((await verifyAudit(copy.database, id)).broken).toBeUndefined()
    }
    await copy.close()
    const [kept, restored] = [await readPictures(source), await readPictures(target)]
    for (const [id, picture] of Object.entries(restored)) expect(kept[id]).toBe(picture)
    await expectMatch(target, person)
  })

  it('of an earlier version is restored as it was, and then brought up to date', async () => {
    const earlier = await unpackFolder('postgres')
    await cp(earlier.dataDir, join(home, 'earlier'), { recursive: true })
    await earlier.remove()
    const source = await configure('earlier', undefined, { DATABASE_URL: await createDatabase() })
    await restorePostgres(source.databaseUrl ?? '')
    const file = join(home, 'earlier.visavis')
    await backUp(source, file, OPTIONS)
    const target = await configure('earlier-copy', source.dataDir, { DATABASE_URL: await createDatabase() })
    await restore(target, file)
    expect(await readRows(target)).toEqual(await readRows(source))
    await expectPictures(target, source)
    await (await openStorage(target)).close()
  })
})
