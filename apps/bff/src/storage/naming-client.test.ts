import { Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createNamingClient } from './naming-client.ts'
import { openTestServer } from './testing/create-empty-database.ts'
import { hasPostgres, POSTGRES_MISSING, type RunningPostgres } from './testing/start-postgres.ts'

const { TEST_DATABASE_URL, CI } = process.env
const isPossible = Boolean(TEST_DATABASE_URL) || hasPostgres()
if (!isPossible && CI) throw new Error(POSTGRES_MISSING)

let server: RunningPostgres
let pool: Pool
let client: PoolClient
describe.skipIf(!isPossible)('statements in PostgreSQL', () => {
  beforeAll(async () => {
    server = await openTestServer()
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    pool = new Pool({ connectionString: server.url, Client: createNamingClient() })
    client = await pool.connect()
    return () => {
      client.release()
      return pool.end()
    }
  })

  const names = async (): Promise<unknown[]> =>
    (await client.query({ text: 'SELECT name FROM pg_prepared_statements' })).rows
  const ask = async () => (await client.query('SELECT $1::int + 1 AS sum', [1])).rows

  it('names what comes again, and answers the same', async () => {
    expect(await ask()).toEqual([{ sum: 2 }])
    expect(await names()).toEqual([])
    expect(await ask()).toEqual([{ sum: 2 }])
    expect(await ask()).toEqual([{ sum: 2 }])
    expect(await names()).toEqual([{ name: expect.stringMatching(/^[0-9a-f]{12}_[0-9a-f]{24}$/) }])
  })

  it('fails as ever, and takes callbacks and statements without parameters', async () => {
    for (let count = 0; count < 3; count += 1) {
      await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
    }
    const { promise, resolve } = Promise.withResolvers<number>()
    client.query('SELECT 3 AS three', [], (_, { rows }) => resolve(rows[0].three))
    expect(await promise).toBe(3)
    expect((await client.query('SELECT 4 AS four')).rows).toEqual([{ four: 4 }])
  })

  it('does without names once a session has lost them, as behind a pooler that knows none', async () => {
    await ask()
    await ask()
    await client.query('DEALLOCATE ALL')
    await expect(ask()).rejects.toMatchObject({ code: '26000' })
    expect(await ask()).toEqual([{ sum: 2 }])
    expect(await names()).toEqual([])
  })
})
