import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeFrame } from '../testing/fake-frame.ts'
import { encode, encodeFrame } from './encode.ts'

interface FakeCanvas {
  width: number
  height: number
}

/** A canvas of the page's: how often it was drawn on, at which widths, and what it weighs now. */
const stubCanvas = (bytesAt: (width: number, quality: number) => number) => {
  const canvases: FakeCanvas[] = []
  const drawn: number[] = []
  class Canvas {
    width: number
    height: number
    constructor(width: number, height: number) {
      this.width = width
      this.height = height
      canvases.push(this)
    }
    getContext() {
      return { drawImage: (_: unknown, __: number, ___: number, width: number) => drawn.push(width) }
    }
    async convertToBlob({ quality }: { quality: number }) {
      return new Blob(['by the page', new Uint8Array(bytesAt(this.width, quality))])
    }
  }
  vi.stubGlobal('OffscreenCanvas', Canvas)
  return { canvases, drawn }
}

let canvas: ReturnType<typeof stubCanvas>
beforeEach(() => {
  canvas = stubCanvas(() => 0)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it("is the worker's work where there is one", async () => {
  const encoded = { blob: new Blob(['by the worker']), source: 'camera', quality: { x49: 88 } } as const
  expect(await encodeFrame(fakeFrame(), 1000, async () => encoded)).toBe(encoded)
  expect(canvas.canvases).toEqual([])
})

it.each([
  ['the engine is not there', undefined],
  ['its worker breaks', () => Promise.reject(new Error('out of memory'))],
])('is the page’s when %s, and the frame is still there', async (_, inWorker) => {
  const frame = fakeFrame()
  const { blob, source, quality } = await encodeFrame(frame, 1000, inWorker)
  expect(await blob.text()).toBe('by the page')
  expect(source).toBe('camera')
  expect(quality).toBeNull()
  expect(frame.isClosed).toBe(false)
})

it('draws once a size, on one canvas, and gives its memory back', async () => {
  const { canvases, drawn } = stubCanvas((width, quality) => width * quality * 100)
  await encode(fakeFrame(1280, 720), 90_000)
  expect(drawn).toEqual([1280, 1024, 819])
  expect(canvases).toEqual([expect.objectContaining({ width: 0, height: 0 })])
})

it('gives the memory back when nothing fits as well', async () => {
  const { canvases } = stubCanvas(() => 1000)
  await expect(encode(fakeFrame(), 10)).rejects.toThrow('does not fit')
  expect(canvases).toEqual([expect.objectContaining({ width: 0, height: 0 })])
})
