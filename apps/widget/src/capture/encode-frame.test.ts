import { afterEach, expect, it, vi } from 'vitest'
import { fakeFrame } from '../testing/fake-frame.ts'
import { encodeFrame } from './encode-frame.ts'
import { encodeSelfie } from './encode-selfie.ts'

vi.mock('./encode-selfie.ts', () => ({ encodeSelfie: vi.fn(async () => new Blob(['by the page'])) }))
afterEach(() => {
  vi.clearAllMocks()
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
