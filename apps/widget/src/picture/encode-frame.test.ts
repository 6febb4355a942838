import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { fakeFrame } from '../testing/fake-frame.ts'

const encodeSelfie = vi.fn(async () => new Blob(['by the page']))
vi.doMock('./encode-selfie.ts', () => ({ encodeSelfie }))
// Files of a worker share what they load: others have loaded it with the real one.
vi.resetModules()
const { encodeFrame } = await import('./encode-frame.ts')
afterEach(() => {
  vi.clearAllMocks()
})
afterAll(() => {
  vi.doUnmock('./encode-selfie.ts')
  vi.resetModules()
})

it("is the worker's work where there is one", async () => {
  const encoded = { picture: new Blob(['by the worker']), quality: { x49: 88 } }
  expect(await encodeFrame(fakeFrame(), 1000, async () => encoded)).toBe(encoded)
  expect(encodeSelfie).not.toHaveBeenCalled()
})

it.each([
  ['the engine is not there', undefined],
  ['its worker breaks', () => Promise.reject(new Error('out of memory'))],
])('is the page’s when %s, and the frame is still there', async (_, inWorker) => {
  const frame = fakeFrame()
  const { picture, quality } = await encodeFrame(frame, 1000, inWorker)
  expect(await picture.text()).toBe('by the page')
  expect(quality).toBeNull()
  expect(frame.isClosed).toBe(false)
})
