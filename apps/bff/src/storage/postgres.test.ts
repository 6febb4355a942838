import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../composition/create-database.ts'
import { describeVendorCaptures } from '../features/capture/hosted/describe-vendor-captures.ts'
import { describeWebhooks } from '../features/webhooks/describe-webhooks.ts'
import { describeDatabase } from './describe-database.ts'
import { describeJobQueue } from './describe-job-queue.ts'
import { createEmptyDatabase, type EmptyDatabase, openTestServer } from './testing/create-empty-database.ts'
import { createSharedDatabase } from './testing/share-database.ts'
import { hasPostgres, POSTGRES_MISSING, type RunningPostgres } from './testing/start-postgres.ts'

const { TEST_DATABASE_URL, CI } = process.env
const isPossible = Boolean(TEST_DATABASE_URL) || hasPostgres()
if (!isPossible && CI) throw new Error(POSTGRES_MISSING)
if (!isPossible) process.stderr.write(`\nSkipped: ${POSTGRES_MISSING}\n`)

describe.skipIf(!isPossible)('PostgreSQL', () => {
  let server: RunningPostgres
  let admin: Client
  let template: EmptyDatabase

  beforeAll(async () => {
    server = await openTestServer()
    admin = new Client({ connectionString: server.url })
    await admin.connect()
    template = await createEmptyDatabase(server.url)
    await (await createDatabase({ kind: 'postgres', url: template.url })).close()
  })

  afterAll(async () => {
    await shared.close()
    await template?.drop()
    await admin?.end()
    await server?.stop()
  })

  /** Up to date already: the tables are made once, for all tests. */
  const open = async () => {
    const { url, drop } = await createEmptyDatabase(server.url, template.name)
    const database = await createDatabase({ kind: 'postgres', url })
    const dispose = async () => {
      await database.close()
      await drop()
    }
    return { url, database, dispose }
  }
  const shared = createSharedDatabase(async () => {
    const { url, database, dispose } = await open()
    const client = new Client({ connectionString: url })
    await client.connect()
    return {
      database,
      exec: (sql) => client.query(sql),
      dispose: async () => {
        await client.end()
        await dispose()
      },
    }
  })
  describeDatabase('postgres', shared.open)
  describeVendorCaptures('postgres', shared.open)
  describeWebhooks('postgres', shared.open)
  // Its tests stop the queue.
  describeJobQueue('postgres', open)

  it('lets processes that start together bring one database up to date', async () => {
    const { url, drop } = await createEmptyDatabase(server.url)
    const databases = await Promise.all(
      Array.from({ length: 4 }, () => createDatabase({ kind: 'postgres', url })),
    )
    const [first, ...others] = databases
    await first?.tenants.insert({ id: 'tnt_1', name: 'seen by all' })
    for (const other of others)
      expect(await other.tenants.first()).toEqual({ id: 'tnt_1', name: 'seen by all' })
    for (const database of databases) await database.close()
    await drop()
  })

  it('finds the tables as they were when opened again', async () => {
    const { url, drop } = await createEmptyDatabase(server.url)
    const before = await createDatabase({ kind: 'postgres', url })
    await before.tenants.insert({ id: 'tnt_1', name: 'kept' })
    await before.close()
    const after = await createDatabase({ kind: 'postgres', url })
    expect(await after.tenants.first()).toEqual({ id: 'tnt_1', name: 'kept' })
    await after.close()
    await drop()
  })

  it('outlives the loss of its connections', async () => {
    const { url, drop } = await createEmptyDatabase(server.url)
    const database = await createDatabase({ kind: 'postgres', url })
    await Promise.all(Array.from({ length: 5 }, () => database.ping()))
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      new URL(url).pathname.slice(1),
    ])
    await expect
      .poll(() =>
        database.ping().then(
          () => 'answers',
          () => 'broken',
        ),
      )
      .toBe('answers')
    await database.close()
    await drop()
  })

  it('works without pgvector, whenever it is opened, and says so', async () => {
    const { rows } = await admin.query("SELECT FROM pg_available_extensions WHERE name = 'vector'")
    const expected = rows.length === 0 ? 'extension_missing' : 'available'
    const { url, drop } = await createEmptyDatabase(server.url)
    for (let start = 0; start < 2; start += 1) {
      const database = await createDatabase({ kind: 'postgres', url })
      expect(database.faceIndexSupport).toBe(expected)
      expect(await database.faceIndex.listByApplicant('tnt_1', 'aplt_1')).toEqual([])
      await database.close()
    }
    await drop()
  })

  it('says so when there is no server', async () => {
    await expect(
      createDatabase({ kind: 'postgres', url: 'postgresql://u:secret@127.0.0.1:1/x' }),
    ).rejects.toThrow(expect.not.stringContaining('secret'))
  })
})
