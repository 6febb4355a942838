import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

const run = async () => {
  vi.resetModules()
  await import('./index.ts')
}

it('does nothing on a server', async () => {
  await run()
  expect('Visavis' in globalThis).toBe(false)
})

it('puts Visavis there once, for good', async () => {
  const page: Partial<Pick<Window, 'Visavis'>> = {}
  vi.stubGlobal('window', page)
  await run()
  const first = page.Visavis
  expect(first).toEqual({ open: expect.any(Function) })
  expect(Object.isFrozen(first)).toBe(true)
  await run()
  expect(page.Visavis).toBe(first)
})
