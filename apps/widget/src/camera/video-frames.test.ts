import { afterEach, expect, it, vi } from 'vitest'
import { videoFrames } from './video-frames.ts'

const DRAWN = { close: () => {} }

const fakeVideo = () => ({
  videoWidth: 1280,
  videoHeight: 720,
  requestVideoFrameCallback: (done: () => void) => setTimeout(done, 100),
  cancelVideoFrameCallback: (handle: number) => clearTimeout(handle),
})

/** Stands for `VideoFrame`: made by the page of that size. */
const frameOf = (displayWidth: number, displayHeight: number) =>
  class {
    displayWidth = displayWidth
    displayHeight = displayHeight
    close = () => {}
  }

interface Browser {
  VideoFrame?: unknown
  cannot?: 'transfer' | 'draw'
}

const VIDEO = fakeVideo()

const firstFrame = async ({ VideoFrame, cannot }: Browser) => {
  vi.useFakeTimers()
  vi.stubGlobal('VideoFrame', VideoFrame)
  vi.stubGlobal('createImageBitmap', async (source: unknown) => {
    if (source !== VIDEO && cannot === 'draw') throw new TypeError('no picture')
    return DRAWN
  })
  vi.stubGlobal('structuredClone', (value: unknown) => {
    if (cannot === 'transfer') throw new DOMException('no', 'DataCloneError')
    return value
  })
  const controller = new AbortController()
  const frames = videoFrames(VIDEO as unknown as HTMLVideoElement, controller.signal)
  const next = frames.next()
  await vi.runAllTimersAsync()
  const { value } = await next
  controller.abort()
  await frames.return(undefined)
  return value
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('passes frames on as they come off the camera', async () => {
  expect(await firstFrame({ VideoFrame: frameOf(1280, 720) })).toMatchObject({ displayWidth: 1280 })
})

it.each<[string, Browser]>([
  ['no such frames', {}],
  ['frames that cannot leave the page', { VideoFrame: frameOf(1280, 720), cannot: 'transfer' }],
  ['frames that are not to be drawn', { VideoFrame: frameOf(1280, 720), cannot: 'draw' }],
  ['frames that lie on their side', { VideoFrame: frameOf(720, 1280) }],
])('draws them on the page: %s', async (_, browser) => {
  expect(await firstFrame(browser)).toBe(DRAWN)
})
