import { expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { createTestApp } from '../../testing/test-app.ts'

it.each(['native', 'wasm'] as const)('says that the face engine runs on %s', async (engineRuntime) => {
  const test = await createTestApp({ engineRuntime })
  const ready = await test.app.request('/health/ready')
  expect(await ready.json()).toEqual({
    status: 'ok',
    database: 'pglite',
    one_to_n: 'available',
    face_engine: engineRuntime,
  })
  await test.close()
})

it.each(['database', 'data folder'])(
  'sends no traffic to a server whose %s takes no writes',
  async (which) => {
    const test = await createTestApp()
    const fails = { ping: { value: () => Promise.reject(new Error('no space left on device')) } }
    const name = which === 'database' ? 'database' : 'spool'
    const app = createApp({ ...test.deps, [name]: Object.create(test.deps[name], fails) })
    const ready = await app.request('/health/ready')
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', database: 'pglite' }])
    expect((await app.request('/health/live')).status).toBe(200)
    await test.close()
  },
)
