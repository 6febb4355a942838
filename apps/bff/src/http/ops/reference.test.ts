import { afterAll, expect, it, vi } from 'vitest'
import { createTestApp } from '../../testing/test-app.ts'

const load = vi.hoisted(() => vi.fn())
vi.mock('zod-openapi', async (importOriginal) => {
  load()
  return importOriginal()
})

const test = await createTestApp()
afterAll(() => test.close())

it('takes no memory for the document before somebody asks for it', async () => {
  await test.app.request('/docs')
  await test.app.request('/health/ready')
  expect(load).not.toHaveBeenCalled()
  expect((await test.app.request('/openapi.json')).status).toBe(200)
  expect(load).toHaveBeenCalledOnce()
})
