import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTurnRecorder } from './record-turn.ts'

const STREAM = {} as MediaStream
let made: FakeRecorder[] = []
let supported = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4']
let bytes = 1000

class FakeRecorder {
  static isTypeSupported = (type: string) => supported.includes(type)
  state = 'inactive'
  ondataavailable = (_: { data: Blob }) => {}
  onstop = () => {}
  onerror = () => {}
  mimeType: string
  options: { mimeType?: string; videoBitsPerSecond: number }
  constructor(stream: MediaStream, options: FakeRecorder['options']) {
    if (stream !== STREAM) throw new DOMException('no such stream')
    this.options = options
    this.mimeType = options.mimeType ?? 'video/x-unknown'
    made.push(this)
  }
  start() {
    this.state = 'recording'
  }
  stop() {
    this.state = 'inactive'
    this.ondataavailable({ data: new Blob([new Uint8Array(bytes)]) })
    this.onstop()
  }
}

beforeEach(() => {
  made = []
  bytes = 1000
  supported = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4']
  vi.stubGlobal('MediaRecorder', FakeRecorder)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('records from the cue on, for three seconds at most', async () => {
  const recorder = createTurnRecorder(STREAM)
  expect(await recorder.take()).toBeNull()
  recorder.start()
  recorder.start()
  expect(made).toHaveLength(1)
  expect(made[0]?.options).toEqual({ mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 400_000 })
  vi.advanceTimersByTime(2999)
  expect(made[0]?.state).toBe('recording')
  vi.advanceTimersByTime(1)
  expect(made[0]?.state).toBe('inactive')
  const video = await recorder.take()
  expect(video).toMatchObject({ size: 1000, type: 'video/webm;codecs=vp8' })
})

it('is over early where the turns are', async () => {
  const recorder = createTurnRecorder(STREAM)
  recorder.start()
  vi.advanceTimersByTime(800)
  expect((await recorder.take())?.size).toBe(1000)
  expect(vi.getTimerCount()).toBeLessThanOrEqual(1)
})

it.each([
  ['nothing', 0],
  ['what the server would not take', 524_289],
])('gives no video of %s', async (_, size) => {
  bytes = size
  const recorder = createTurnRecorder(STREAM)
  recorder.start()
  expect(await recorder.take()).toBeNull()
})

it('takes what the browser writes, and lets it choose where it knows none of ours', () => {
  supported = ['video/mp4']
  createTurnRecorder(STREAM).start()
  supported = []
  createTurnRecorder(STREAM).start()
  expect(made.map(({ options }) => options.mimeType)).toEqual(['video/mp4', undefined])
})

it('makes none where that is not possible, and says nothing of it', async () => {
  const recorder = createTurnRecorder({} as MediaStream)
  recorder.start()
  expect(await recorder.take()).toBeNull()
  vi.stubGlobal('MediaRecorder', undefined)
  const without = createTurnRecorder(STREAM)
  without.start()
  expect(await without.take()).toBeNull()
})

it('waits for no recorder that does not end', async () => {
  const recorder = createTurnRecorder(STREAM)
  recorder.start()
  const [hanging] = made
  if (hanging) hanging.stop = () => {}
  const taken = recorder.take()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await taken).toBeNull()
})

it('begins again after it was dropped', async () => {
  const recorder = createTurnRecorder(STREAM)
  recorder.start()
  recorder.drop()
  expect(await recorder.take()).toBeNull()
  recorder.start()
  expect(made).toHaveLength(2)
  expect((await recorder.take())?.size).toBe(1000)
})
