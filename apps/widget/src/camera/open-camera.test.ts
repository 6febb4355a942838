import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CameraError } from './camera-error.ts'
import { type OpenCameraOptions, openCamera } from './open-camera.ts'

const fakeTrack = () => {
  const track = Object.assign(new EventTarget(), {
    readyState: 'live' as MediaStreamTrackState,
    stop: () => {
      track.readyState = 'ended'
    },
  })
  return track
}

const set = (play: () => Promise<void> = async () => {}) => {
  const track = fakeTrack()
  const stream = { getTracks: () => [track] } as unknown as MediaStream
  const video = { play, srcObject: null as unknown } as unknown as HTMLVideoElement
  const controller = new AbortController()
  const onEnded = vi.fn()
  const open = (getUserMedia: () => Promise<MediaStream>, options: Partial<OpenCameraOptions> = {}) =>
    openCamera({
      signal: controller.signal,
      onEnded,
      mediaDevices: { getUserMedia },
      createVideo: () => video,
      ...options,
    })
  return { track, stream, video, controller, onEnded, open }
}

const failureOf = async (opening: Promise<unknown>) => {
  const error = await opening.catch((cause: unknown) => cause)
  return error instanceof CameraError ? error.failure : error
}

describe('openCamera', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('plays the stream without sound, in place', async () => {
    const { stream, video, open } = set()
    expect((await open(async () => stream)).video).toBe(video)
    expect(video).toMatchObject({ srcObject: stream, muted: true, playsInline: true })
  })

  it('asks for the front camera at 1280 × 720 and for no microphone', async () => {
    const { stream, open } = set()
    const getUserMedia = vi.fn(async () => stream)
    await open(getUserMedia)
    expect(getUserMedia).toHaveBeenCalledWith({
      audio: false,
      video: {
        facingMode: 'user',
        width: { ideal: 1280 },
        height: { ideal: 720 },
        resizeMode: { ideal: 'none' },
      },
    })
  })

  it('wishes for the chosen camera, and takes another when it is gone', async () => {
    const { stream, open } = set()
    const getUserMedia = vi.fn(async () => stream)
    await open(getUserMedia, { deviceId: 'cam-2' })
    expect(getUserMedia).toHaveBeenCalledWith({
      audio: false,
      video: {
        deviceId: { ideal: 'cam-2' },
        width: { ideal: 1280 },
        height: { ideal: 720 },
        resizeMode: { ideal: 'none' },
      },
    })
  })

  it('says why there is no camera', async () => {
    vi.stubGlobal('isSecureContext', false)
    const { open } = set()
    const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'))
    expect(await failureOf(open(refuse))).toBe('insecure')
    expect(await failureOf(open(refuse, { mediaDevices: undefined }))).toBe('insecure')
    vi.unstubAllGlobals()
  })

  it('turns off when it is closed', async () => {
    const { track, stream, video, open } = set()
    const camera = await open(async () => stream)
    camera.close()
    expect(track.readyState).toBe('ended')
    expect(video.srcObject).toBeNull()
  })

  it('turns off when the page is left', async () => {
    const { track, stream, controller, open } = set()
    await open(async () => stream)
    controller.abort()
    expect(track.readyState).toBe('ended')
  })

  it('turns off when permission comes after the person went on', async () => {
    const { track, stream, controller, open } = set()
    let allow: (stream: MediaStream) => void = () => {}
    const opening = open(
      () =>
        new Promise((resolve) => {
          allow = resolve
        }),
    )
    const outcome = expect(opening).rejects.toThrow(CameraError)
    controller.abort()
    allow(stream)
    await outcome
    expect(track.readyState).toBe('ended')
  })

  it('turns off when nothing comes from it', async () => {
    const { track, stream, open } = set(() => new Promise(() => {}))
    const failure = failureOf(open(async () => stream))
    await vi.runAllTimersAsync()
    expect(await failure).toBe('busy')
    expect(track.readyState).toBe('ended')
  })

  it('turns off when the picture cannot be played', async () => {
    const { track, stream, open } = set(() => Promise.reject(new DOMException('', 'NotSupportedError')))
    expect(await failureOf(open(async () => stream))).toBe('busy')
    expect(track.readyState).toBe('ended')
  })

  it('tells when nothing has come from it for long, but not of a short gap', async () => {
    const { track, stream, onEnded, open } = set()
    await open(async () => stream)
    track.dispatchEvent(new Event('mute'))
    await vi.advanceTimersByTimeAsync(2000)
    track.dispatchEvent(new Event('unmute'))
    await vi.runAllTimersAsync()
    expect(onEnded).not.toHaveBeenCalled()
    track.dispatchEvent(new Event('mute'))
    await vi.runAllTimersAsync()
    expect(onEnded).toHaveBeenCalledTimes(1)
  })

  it('does not wait for the picture of a camera that was closed', async () => {
    const { track, stream, onEnded, open } = set()
    const camera = await open(async () => stream)
    track.dispatchEvent(new Event('mute'))
    camera.close()
    await vi.runAllTimersAsync()
    expect(onEnded).not.toHaveBeenCalled()
  })

  it('tells when the stream ends by itself, but not when it was closed', async () => {
    const { track, stream, onEnded, open } = set()
    const camera = await open(async () => stream)
    track.dispatchEvent(new Event('ended'))
    expect(onEnded).toHaveBeenCalledTimes(1)
    camera.close()
    track.dispatchEvent(new Event('ended'))
    expect(onEnded).toHaveBeenCalledTimes(1)
  })
})
