import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CameraError } from '../camera/camera-error.ts'
import type { CaptureResult } from '../picture/capture-result.ts'
import { fakeCamera } from '../testing/fake-camera.ts'
import { fakeFrame } from '../testing/fake-frame.ts'
import {
  type LiveEvent,
  type LiveSessionOptions,
  startLiveSession,
  type WatchFrames,
} from './live-session.ts'

const never = () => new Promise<never>(() => {})
const settle = () => vi.advanceTimersByTimeAsync(0)
const PICTURE: CaptureResult = {
  blob: new Blob(['jpeg'], { type: 'image/jpeg' }),
  source: 'camera',
  quality: null,
}

const start = (options: Partial<LiveSessionOptions> = {}) => {
  const camera = fakeCamera()
  const grabbed = fakeFrame()
  const events: LiveEvent[] = []
  const session = startLiveSession({
    openCamera: async () => camera,
    loadWatch: never,
    grab: async () => grabbed,
    encode: async () => PICTURE,
    emit: (event) => events.push(event),
    ...options,
  })
  const types = () => events.map(({ type }) => type)
  return { camera, grabbed, events, types, session }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('startLiveSession', () => {
  it('shows the camera before it loads anything', async () => {
    const loadWatch = vi.fn(never)
    const { types } = start({ openCamera: never, loadWatch })
    await settle()
    expect(loadWatch).not.toHaveBeenCalled()
    expect(types()).toEqual([])
  })

  it('sends the frame the watch chose, then lets it go', async () => {
    const frame = fakeFrame()
    const { events } = start({ loadWatch: async () => async () => ({ frame }) })
    await settle()
    expect(events).toEqual([
      expect.objectContaining({ type: 'camera.opened' }),
      { type: 'picture.taken', picture: PICTURE },
    ])
    expect(frame.isClosed).toBe(true)
  })

  it('tells in whose place it is sent', async () => {
    const { events } = start({ loadWatch: async () => async () => ({ frame: fakeFrame(), step: 'chl_1/1' }) })
    await settle()
    expect(events.at(-1)).toEqual({ type: 'picture.taken', picture: { ...PICTURE, step: 'chl_1/1' } })
  })

  it('the button works while the engine is on its way', async () => {
    const { session, types, grabbed } = start()
    await settle()
    session.press()
    await settle()
    expect(types()).toEqual(['camera.opened', 'picture.taken'])
    expect(grabbed.isClosed).toBe(true)
  })

  it('the button works when the engine does not come', async () => {
    const { session, types } = start({ loadWatch: () => Promise.reject(new TypeError('no chunk')) })
    await settle()
    expect(types()).toEqual(['camera.opened', 'engine.failed'])
    session.press()
    await settle()
    expect(types()).toEqual(['camera.opened', 'engine.failed', 'picture.taken'])
  })

  it('a press that waited for a detector that broke is not lost', async () => {
    let breakDown = () => {}
    const watch: WatchFrames = () =>
      new Promise((resolve) => {
        breakDown = () => resolve('broken')
      })
    const { session, types } = start({ loadWatch: async () => watch })
    await settle()
    session.press()
    await settle()
    expect(types()).toEqual(['camera.opened'])
    breakDown()
    await settle()
    expect(types()).toEqual(['camera.opened', 'engine.failed', 'picture.taken'])
  })

  it('with the engine there, the button asks the watch', async () => {
    let takePress: () => boolean = () => false
    const watch: WatchFrames = (options) => {
      takePress = options.takePress
      return never()
    }
    const { session, types } = start({ loadWatch: async () => watch })
    await settle()
    session.press()
    await settle()
    expect(types()).toEqual(['camera.opened'])
    expect([takePress(), takePress()]).toEqual([true, false])
  })

  it('a press that no frame follows takes the picture that shows', async () => {
    const { session, types } = start({ loadWatch: async () => never })
    await settle()
    session.press()
    await vi.advanceTimersByTimeAsync(2000)
    session.press()
    expect(types()).toEqual(['camera.opened'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(types()).toEqual(['camera.opened', 'picture.taken'])
  })

  it('a press is forgotten with the camera', async () => {
    const { session, types } = start({ loadWatch: async () => never })
    await settle()
    session.press()
    session.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(types()).toEqual(['camera.opened'])
  })

  it.each(['refused', 'missing', 'busy', 'unsupported'] as const)('no camera: %s', async (failure) => {
    const { events } = start({ openCamera: () => Promise.reject(new CameraError(failure)) })
    await settle()
    expect(events).toEqual([{ type: 'camera.failed', failure }])
  })

  it('a camera that stops', async () => {
    let end = () => {}
    const { events } = start({
      openCamera: async ({ onEnded }) => {
        end = onEnded
        return fakeCamera()
      },
    })
    await settle()
    end()
    expect(events.at(-1)).toEqual({ type: 'camera.ended' })
  })

  it('a frame that cannot be compressed is let go all the same', async () => {
    const frame = fakeFrame()
    const { types } = start({
      loadWatch: async () => async () => ({ frame }),
      encode: () => Promise.reject(new Error('no memory')),
    })
    await settle()
    expect(types()).toEqual(['camera.opened', 'camera.failed'])
    expect(frame.isClosed).toBe(true)
  })

  it('stopping turns the camera off and silences everything', async () => {
    let choose: (shot: { frame: ReturnType<typeof fakeFrame> }) => void = () => {}
    const { camera, session, types } = start({
      loadWatch: async () => () =>
        new Promise((resolve) => {
          choose = resolve
        }),
    })
    await settle()
    session.stop()
    const late = fakeFrame()
    choose({ frame: late })
    await settle()
    expect(camera.isOn).toBe(false)
    expect(types()).toEqual(['camera.opened'])
    expect(late.isClosed).toBe(true)
  })
})
