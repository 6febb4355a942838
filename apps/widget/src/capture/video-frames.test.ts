import { afterEach, expect, it, vi } from 'vitest'
import { videoFrames } from './video-frames.ts'

const DRAWN = { drawn: true }

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

const firstFrame = async (frameClass: unknown, canTransfer = true) => {
  vi.useFakeTimers()
  vi.stubGlobal('VideoFrame', frameClass)
  vi.stubGlobal('createImageBitmap', async () => DRAWN)
  vi.stubGlobal('structuredClone', (value: unknown) => {
    if (!canTransfer) throw new DOMException('no', 'DataCloneError')
    return value
  })
  const controller = new AbortController()
  const frames = videoFrames(fakeVideo() as unknown as HTMLVideoElement, controller.signal)
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
  expect(await firstFrame(frameOf(1280, 720))).toMatchObject({ displayWidth: 1280 })
})

it.each<[string, unknown, boolean]>([
  ['no such frames', undefined, true],
  ['frames that cannot leave the page', frameOf(1280, 720), false],
  ['frames that lie on their side', frameOf(720, 1280), true],
])('draws them on the page: %s', async (_, frameClass, canTransfer) => {
  expect(await firstFrame(frameClass, canTransfer)).toBe(DRAWN)
})
