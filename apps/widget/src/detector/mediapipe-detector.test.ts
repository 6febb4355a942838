import type { FrameQuality } from '@visavis/face-quality/frame-types'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { describeDetector } from '../testing/describe-detector.ts'
import { fakeFrame } from '../testing/fake-frame.ts'
import { goodFace, NOBODY } from '../testing/scripted-detector.ts'
import type { DetectorReply, DetectorRequest } from './detector-protocol.ts'
import { DetectorError } from './face-detector.ts'
import { type DetectorPort, startMediapipeDetector } from './mediapipe-detector.ts'

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async ({ width, height }: ImageBitmap) => fakeFrame(width, height))
})
afterEach(() => vi.unstubAllGlobals())

type Answer = (request: DetectorRequest) => DetectorReply | null

/** A worker that answers in a later microtask, or not at all. */
const fakeWorker = (answer: Answer) => {
  const worker = {
    isTerminated: false as boolean,
    onmessage: null as DetectorPort['onmessage'],
    onerror: null as DetectorPort['onerror'],
    postMessage: (request: DetectorRequest) => {
      const data = answer(request)
      if (data) queueMicrotask(() => worker.onmessage?.({ data } as MessageEvent<DetectorReply>))
    },
    terminate: () => {
      worker.isTerminated = true
    },
  } satisfies DetectorPort & { isTerminated: boolean }
  return worker
}

const start = (worker: DetectorPort, signal = new AbortController().signal) =>
  startMediapipeDetector({ files: [], createWorker: () => worker, signal, onProgress: () => {} })

const STARTED: DetectorReply = { type: 'started' }

describeDetector('mediapipe', async (answers: readonly (FrameQuality | 'broken')[]) => {
  let index = 0
  return start(
    fakeWorker((request) => {
      if (request.type === 'start') return STARTED
      if (request.type === 'encode') {
        return { type: 'encoded', picture: new Blob(['jpeg']), quality: goodFace() }
      }
      if (request.type !== 'analyse') return null
      const answer = answers[index] ?? NOBODY
      index += 1
      return answer === 'broken'
        ? { type: 'failed', detail: 'out of memory' }
        : { type: 'analysed', frame: request.frame as ImageBitmap, quality: answer }
    }),
  )
})

describe('startMediapipeDetector', () => {
  it('an engine that cannot start leaves no worker behind', async () => {
    const worker = fakeWorker(() => ({ type: 'failed', detail: 'no wasm' }))
    await expect(start(worker)).rejects.toThrow(DetectorError)
    expect(worker.isTerminated).toBe(true)
  })

  it('tells how much has come, and goes on waiting', async () => {
    const worker = fakeWorker((request) =>
      request.type === 'start' ? { type: 'loading', share: 0.5 } : null,
    )
    const shares: number[] = []
    const starting = startMediapipeDetector({
      files: [],
      createWorker: () => worker,
      signal: new AbortController().signal,
      onProgress: (share) => {
        shares.push(share)
        worker.onmessage?.({ data: STARTED } as MessageEvent<DetectorReply>)
      },
    })
    expect(await starting).toMatchObject({ analyse: expect.any(Function) })
    expect(shares).toEqual([0.5])
  })

  it('a worker whose script is missing', async () => {
    const worker = fakeWorker(() => null)
    const starting = start(worker)
    worker.onerror?.({} as ErrorEvent)
    await expect(starting).rejects.toThrow(DetectorError)
    expect(worker.isTerminated).toBe(true)
  })

  it('can be given up while it starts', async () => {
    const controller = new AbortController()
    const worker = fakeWorker(() => null)
    const starting = start(worker, controller.signal)
    controller.abort()
    await expect(starting).rejects.toThrow(DetectorError)
    expect(worker.isTerminated).toBe(true)
  })

  it('takes a worker that stops answering for dead', async () => {
    vi.useFakeTimers()
    try {
      const worker = fakeWorker(({ type }) => (type === 'start' ? STARTED : null))
      const detector = await start(worker)
      const outcome = expect(detector.analyse(fakeFrame())).rejects.toThrow(DetectorError)
      await vi.runAllTimersAsync()
      await outcome
      expect(worker.isTerminated).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it('asks one after another, so that each gets its own answer', async () => {
    const asked: DetectorRequest[] = []
    const worker = fakeWorker((request) => {
      if (request.type === 'start') return STARTED
      asked.push(request)
      return null
    })
    const answer = (data: DetectorReply) => worker.onmessage?.({ data } as MessageEvent<DetectorReply>)
    const { analyse, encode } = await start(worker)
    const frame = fakeFrame()
    // The camera of `frame` was changed; the picture of the next one is wanted before the worker is done.
    const [first, second] = [analyse(frame), encode(fakeFrame(), 1000)]
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    answer({ type: 'analysed', frame, quality: NOBODY })
    expect(await first).toMatchObject({ frame })
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    answer({ type: 'encoded', picture: new Blob(['jpeg']), quality: goodFace() })
    expect((await second).quality.faceCount).toBe(1)
  })

  it('closed, lets the worker end what it has in hand, and lets go of a frame that comes after', async () => {
    const asked: DetectorRequest['type'][] = []
    const worker = fakeWorker(({ type }) => {
      asked.push(type)
      return type === 'start' ? STARTED : null
    })
    const { analyse, close } = await start(worker)
    close()
    expect(asked).toEqual(['start', 'end'])
    expect(worker.isTerminated).toBe(false)
    const frame = fakeFrame()
    await expect(analyse(frame)).rejects.toThrow(DetectorError)
    expect(frame.isClosed).toBe(true)
  })

  it('hands frames over instead of copying them, and keeps the one it encodes', async () => {
    const sent: unknown[] = []
    const worker = fakeWorker((request) =>
      request.type === 'analyse'
        ? { type: 'analysed', frame: request.frame as ImageBitmap, quality: goodFace() }
        : request.type === 'encode'
          ? { type: 'encoded', picture: new Blob(['jpeg']), quality: goodFace() }
          : STARTED,
    )
    const { postMessage } = worker
    const spied: DetectorPort = Object.assign(worker, {
      postMessage: (request: DetectorRequest, transfer: Transferable[]) => {
        sent.push(transfer)
        postMessage(request)
      },
    })
    const frame = fakeFrame()
    const { analyse, encode } = await start(spied)
    await analyse(frame)
    await encode(frame, 1000)
    expect(sent).toEqual([[], [frame], [expect.objectContaining({ width: 1280, height: 720 })]])
    expect(sent.flat()[1]).not.toBe(frame)
  })
})
