import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../../composition/create-database.ts'
import { hasPostgres, type RunningPostgres, startPostgres } from '../testing/start-postgres.ts'
import { createRateLimits } from './create-rate-limits.ts'

const perMinute = { partner: 3, capture: 2, address: 0 }

it('counts each key for itself, and says what is left', async () => {
  const { rateLimits } = createRateLimits({ perMinute, onStoreDown: () => {} })
  expect(rateLimits.address).toBeUndefined()
  const consume = (key: string) => rateLimits.partner?.consume(key)
  for (const remaining of [2, 1, 0]) {
    expect(await consume('a')).toMatchObject({ isAllowed: true, limit: 3, remaining })
  }
  const over = await consume('a')
  expect(over).toMatchObject({ isAllowed: false, remaining: 0 })
  expect(over?.resetS).toBeGreaterThan(0)
  expect(over?.resetS).toBeLessThanOrEqual(60)
  expect(await consume('b')).toMatchObject({ isAllowed: true })
  expect(await rateLimits.capture?.consume('a')).toMatchObject({ isAllowed: true, remaining: 1 })
})

describe.skipIf(!hasPostgres() && !process.env.CI)('on PostgreSQL', () => {
  let server: RunningPostgres
  beforeAll(async () => {
    server = await startPostgres()
    const database = await createDatabase({ kind: 'postgres', url: server.url })
    await database.close()
  })

  it('processes count together, also when all ask at once', async () => {
    const complaints: unknown[] = []
    const open = () =>
      createRateLimits({
        perMinute: { partner: 50, capture: 2, address: 2 },
        databaseUrl: server.url,
        // A busy machine is no store that is down.
        storeTimeoutMs: 30_000,
        onStoreDown: (cause) => complaints.push(cause),
      })
    const replicas = [open(), open()]
    const states = await Promise.all(
      Array.from({ length: 60 }, (_, index) => replicas[index % 2]?.rateLimits.partner?.consume('tnt_a')),
    )
    expect(states.filter((state) => state?.isAllowed)).toHaveLength(50)
    expect(await replicas[0]?.rateLimits.capture?.consume('tnt_a')).toMatchObject({ isAllowed: true })
    for (const { close } of replicas) await close()
    expect(complaints).toEqual([])
  })

  it('a store that is gone leaves each process its own count, and is complained of once', async () => {
    const complaints: unknown[] = []
    const { rateLimits, close } = createRateLimits({
      perMinute,
      databaseUrl: server.url,
      onStoreDown: (cause) => complaints.push(cause),
    })
    expect(await rateLimits.partner?.consume('tnt_b')).toMatchObject({ remaining: 2 })
    await server.stop()
    for (const isAllowed of [true, true, true, false]) {
      expect(await rateLimits.partner?.consume('tnt_b')).toMatchObject({ isAllowed })
    }
    expect(complaints).toHaveLength(1)
    await close()
  })

  afterAll(() => server?.stop().catch(() => {}))
})
