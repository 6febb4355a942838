import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFrameDrawer, isPlain } from './draw-frame.ts'

/** The part of a `VideoFrame` in use, as a camera gives it. */
const cameraFrame = (changes: object = {}) => ({
  format: 'I420',
  visibleRect: { width: 4, height: 2 },
  displayWidth: 4,
  displayHeight: 2,
  allocationSize: () => 32,
  copyTo: async (target: Uint8ClampedArray) => target.fill(7),
  isClosed: false,
  close() {
    this.isClosed = true
  },
  ...changes,
})

type CameraFrame = ReturnType<typeof cameraFrame>
const asFrame = (frame: CameraFrame) => frame as unknown as VideoFrame

describe('isPlain', () => {
  it.each<[string, object, boolean]>([
    ['as cameras give it', {}, true],
    ['the other layout of cameras', { format: 'NV12' }, true],
    ['on its way as red, green and blue', { format: 'BGRX' }, false],
    ['out of sight', { format: null }, false],
    ['turned', { rotation: 180 }, false],
    ['mirrored', { flip: true }, false],
    ['stretched', { displayWidth: 3 }, false],
    ['a browser that cannot convert', { allocationSize: () => 12 }, false],
  ])('%s', (_, changes, expected) => {
    expect(isPlain(asFrame(cameraFrame(changes)))).toBe(expected)
  })
})

describe('createFrameDrawer', () => {
  const drawn = (source: unknown) => ({ source, close: () => {} })

  const setUp = () => {
    vi.stubGlobal('ImageBitmap', class {})
    vi.stubGlobal(
      'ImageData',
      class {
        data: Uint8ClampedArray
        width: number
        height: number
        constructor(width: number, height: number) {
          this.data = new Uint8ClampedArray(width * height * 4)
          this.width = width
          this.height = height
        }
      },
    )
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = () => ({ putImageData: () => {} })
      },
    )
    vi.stubGlobal('createImageBitmap', async (source: unknown) => drawn(source))
    return createFrameDrawer()
  }
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('copies into the same memory and lets the camera have its buffer back', async () => {
    const draw = setUp()
    const frames = [cameraFrame(), cameraFrame()] as const
    const first = await draw(asFrame(frames[0]))
    const second = await draw(asFrame(frames[1]))
    expect(second.pixels).toBe(first.pixels)
    expect(second.pixels).toMatchObject({ width: 4, height: 2, data: new Uint8ClampedArray(32).fill(7) })
    expect(frames.map(({ isClosed }) => isClosed)).toEqual([true, true])
  })

  it('draws where copying fails, and does not try again', async () => {
    const draw = setUp()
    const copyTo = vi.fn().mockRejectedValue(new TypeError('no such format'))
    const frames = [cameraFrame({ copyTo }), cameraFrame({ copyTo })]
    for (const frame of frames) {
      const { picture, pixels } = await draw(asFrame(frame))
      expect(picture).toMatchObject({ source: frame })
      expect(pixels).toBe(picture)
      expect(frame.isClosed).toBe(true)
    }
    expect(copyTo).toHaveBeenCalledOnce()
  })

  it('leaves what was drawn already', async () => {
    const draw = setUp()
    const picture = new ImageBitmap()
    expect(await draw(picture)).toEqual({ picture, pixels: picture })
  })
})
