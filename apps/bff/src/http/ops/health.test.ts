import { expect, it } from 'vitest'
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
