import { afterAll, expect, it, vi } from 'vitest'

const load = vi.fn()
// The server as if nobody in this process had asked for the document yet.
vi.resetModules()
vi.doMock('zod-openapi', async (importOriginal) => {
  load()
  return importOriginal()
})
const { createTestApp } = await import('../../testing/test-app.ts')
const test = await createTestApp()
afterAll(async () => {
  await test.close()
  vi.doUnmock('zod-openapi')
  vi.resetModules()
})

it('takes no memory for the document before somebody asks for it', async () => {
  await test.app.request('/docs')
  await test.app.request('/health/ready')
  expect(load).not.toHaveBeenCalled()
  expect((await test.app.request('/openapi.json')).status).toBe(200)
  expect(load).toHaveBeenCalledOnce()
})
