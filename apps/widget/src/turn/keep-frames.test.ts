import { describe, expect, it } from 'vitest'
import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { DetectorReply, DetectorRequest } from '../detector/detector-protocol.ts'
import { DetectorError } from '../detector/face-detector.ts'
import type { DetectorPort } from '../detector/mediapipe-detector.ts'
import { type FakeFrame, fakeFrame } from '../testing/fake-frame.ts'
import { createFrameKeeper } from './keep-frames.ts'

const set = () => {
  const asked: { at: number; frame: GrabbedFrame }[] = []
  const told: DetectorRequest['type'][] = []
  let isTerminated = false
  const port: DetectorPort = {
    postMessage: (message: DetectorRequest) => {
      told.push(message.type)
      if (message.type === 'shrink') asked.push(message)
    },
    terminate: () => {
      isTerminated = true
    },
    onmessage: null,
    onerror: null,
  }
  const reply = (data: DetectorReply) => port.onmessage?.({ data } as MessageEvent<DetectorReply>)
  const shrink = (at: number) => reply({ type: 'shrunk', at, picture: new Blob([String(at)]) })
  const keeper = createFrameKeeper(() => port)
  const copies: FakeFrame[] = []
  /** As a `VideoFrame` is: copied at once. */
  const frame = () => {
    const made = fakeFrame()
    const clone = () => {
      const copy = fakeFrame()
      copies.push(copy)
      return copy
    }
    return Object.assign(made, { clone }) as unknown as VideoFrame & FakeFrame
  }
  return { keeper, port, asked, told, reply, shrink, frame, copies, isTerminated: () => isTerminated }
}

describe('createFrameKeeper', () => {
  it('keeps small pictures of copies, and gives those asked for', async () => {
    const { keeper, shrink, frame, asked, copies } = set()
    const frames = [100, 166, 233].map((at) => {
      const taken = frame()
      keeper.keep(taken, at)
      shrink(at)
      return taken
    })
    expect(keeper.times()).toEqual([100, 166, 233])
    expect(asked.map((request) => request.frame)).toEqual(copies)
    expect(frames.some(({ isClosed }) => isClosed)).toBe(false)
    const taken = await keeper.take([100, 233])
    expect(await Promise.all(taken.map((picture) => picture.text()))).toEqual(['100', '233'])
  })

  it('waits for those that are not there yet', async () => {
    const { keeper, shrink, frame } = set()
    keeper.keep(frame(), 100)
    const taken = keeper.take([100])
    shrink(100)
    expect(await taken).toHaveLength(1)
  })

  it('forgets what is too old, and leaves out what a slow device has no time for', () => {
    const { keeper, shrink, frame } = set()
    keeper.keep(frame(), 0)
    shrink(0)
    for (const at of [4000, 4066, 4133, 4200]) keeper.keep(frame(), at)
    expect(keeper.times()).toEqual([4000, 4066, 4133])
  })

  it.each([
    [
      'a frame that could not be drawn',
      ({ reply }: ReturnType<typeof set>) => reply({ type: 'failed', detail: '' }),
    ],
    ['a worker that failed', ({ port }: ReturnType<typeof set>) => port.onerror?.({} as ErrorEvent)],
  ])('is over after %s', async (_, breakIt) => {
    const all = set()
    const { keeper, frame, isTerminated } = all
    keeper.keep(frame(), 100)
    const taken = keeper.take([100])
    breakIt(all)
    await expect(taken).rejects.toBeInstanceOf(DetectorError)
    expect(() => keeper.keep(frame(), 166)).toThrow(DetectorError)
    expect(isTerminated()).toBe(true)
  })

  it('lets the worker end what it has in hand when it is closed: nobody else closes those frames', async () => {
    const { keeper, frame, told, isTerminated } = set()
    keeper.keep(frame(), 100)
    const taken = keeper.take([100])
    keeper.close()
    await expect(taken).rejects.toBeInstanceOf(DetectorError)
    expect(told).toEqual(['shrink', 'end'])
    expect(isTerminated()).toBe(false)
  })
})
