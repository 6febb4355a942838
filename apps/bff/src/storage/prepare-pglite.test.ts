import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { preparePglite } from './prepare-pglite.ts'

let pglite: PGlite
let database: ReturnType<typeof preparePglite>
let now = 0
let uses = 0
beforeAll(async () => {
  pglite = await PGlite.create()
})
afterAll(() => pglite.close())
beforeEach(async () => {
  await pglite.exec('DEALLOCATE ALL')
  await pglite.exec('DROP TABLE IF EXISTS people; CREATE TABLE people (id integer PRIMARY KEY, about jsonb)')
  now = 0
  uses = 0
  database = preparePglite(pglite, { now: () => now, onUse: () => (uses += 1) })
})

const prepared = async (): Promise<string[]> =>
  (
    await pglite.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements ORDER BY name')
  ).rows.map(({ statement }) => statement)
const times = async <Value>(count: number, work: (index: number) => Promise<Value>): Promise<Value[]> => {
  const values: Value[] = []
  for (let index = 0; index < count; index += 1) values.push(await work(index))
  return values
}

it('tells of each use: a statement by itself, or a transaction with all of its own', async () => {
  await times(3, () => database.query('SELECT 1', []))
  await database.transaction(async (trx) => {
    await trx.query('SELECT 1', [])
    await trx.query('SELECT 2', [])
  })
  expect(uses).toBe(4)
})

describe('a statement', () => {
  it('answers the same whether it is prepared or not', async () => {
    const about = { words: ['a', null], when: '2026-01-01' }
    const text = `SELECT $1::int AS number, $2::jsonb AS about, $3::text[] AS list, $4::timestamptz AS time,
      $5::bytea AS bytes, $6::bigint AS large, NULL::text AS nothing, 'null'::jsonb AS empty, $7::boolean AS yes`
    const values = [7, about, ['x', 'y"z'], new Date(86_400_000), Uint8Array.of(0, 255), 2 ** 40, true]
    const [first, ...others] = await times(4, () => database.query(text, values))
    const { rows } = await pglite.query(text, values)
    expect(first?.rows).toEqual(rows)
    for (const { rows: again } of others) expect(again).toEqual(rows)
    expect(rows[0]).toMatchObject({ about, list: ['x', 'y"z'], empty: null, nothing: null })
  })

  it('is prepared when it comes for the second time, and counts its rows', async () => {
    const text = 'INSERT INTO people VALUES ($1, $2) ON CONFLICT DO NOTHING'
    const counts = await times(3, async (id) => (await database.query(text, [id, null])).affectedRows)
    expect(counts).toEqual([1, 1, 1])
    expect((await database.query(text, [0, null])).affectedRows).toBe(0)
    expect(await prepared()).toContain(text)
    expect((await database.query('UPDATE people SET about = NULL', [])).affectedRows).toBe(3)
    expect(await prepared()).toHaveLength(1)
  })

  it('is planned anew after a minute, and the old plan thrown away', async () => {
    const ask = () => database.query('SELECT count(*) FROM people', [])
    const names = async () => (await pglite.query('SELECT name FROM pg_prepared_statements')).rows
    await times(3, ask)
    const before = await names()
    now = 59_999
    await ask()
    expect(await names()).toEqual(before)
    now = 60_001
    await ask()
    expect(await names()).toHaveLength(1)
    expect(await names()).not.toEqual(before)
  })

  it('that fails says why as before, and is forgotten with its transaction', async () => {
    const insert = (id: number) => database.query('INSERT INTO people VALUES ($1)', [id])
    await times(2, insert)
    await expect(insert(1)).rejects.toMatchObject({ code: '23505', constraint: 'people_pkey' })
    await expect(
      database.transaction(async (trx) => {
        await trx.query('INSERT INTO people VALUES ($1)', [5])
        await trx.query('INSERT INTO people VALUES ($1)', [1])
      }),
    ).rejects.toMatchObject({ code: '23505' })
    expect((await database.query('SELECT id FROM people ORDER BY id', [])).rows).toEqual([
      { id: 0 },
      { id: 1 },
    ])
    await expect(times(2, () => database.query('SELECT wrong', []))).rejects.toMatchObject({ code: '42703' })
    await insert(2)
  })

  it('survives a change of its columns', async () => {
    const ask = () => database.query('SELECT * FROM people', [])
    await database.query('INSERT INTO people VALUES (1)', [])
    await times(3, ask)
    await pglite.exec('ALTER TABLE people ADD COLUMN age integer DEFAULT 3')
    expect((await ask()).rows).toEqual([{ id: 1, about: null, age: 3 }])
    await pglite.exec('DEALLOCATE ALL')
    expect((await times(3, ask)).at(-1)?.rows).toEqual([{ id: 1, about: null, age: 3 }])
  })

  it('of somebody else stays out of a transaction', async () => {
    await times(2, () => database.query('SELECT count(*)::int AS count FROM people', []))
    let other: Promise<{ rows: unknown[] }> | undefined
    await database.transaction(async (trx) => {
      await trx.query('INSERT INTO people VALUES (1)', [])
      other = database.query('SELECT count(*)::int AS count FROM people', [])
      await trx.rollback()
    })
    expect((await other)?.rows).toEqual([{ count: 0 }])
  })
})

it('holds so many statements and no more', async () => {
  for (let index = 0; index < 310; index += 1) await times(2, () => database.query(`SELECT ${index}`, []))
  await times(2, () => database.query('SELECT true', []))
  expect((await prepared()).length).toBeLessThanOrEqual(301)
})
