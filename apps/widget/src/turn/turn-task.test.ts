import { toLiveGates } from '@visavis/face-quality/live-gates'
import type { Challenge, ChallengeStep } from '@visavis/shared/liveness'
import { describe, expect, it } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import type { ChallengeClient } from '../api/challenge-client.ts'
import { DetectorError } from '../detector/face-detector.ts'
import { runTask } from '../detector/run-task.ts'
import { createFakeHead, type FakeHeadOptions } from '../testing/fake-head.ts'
import type { TurnRecorder } from './record-turn.ts'
import { createTurnTask, type Unturned } from './turn-task.ts'
import type { TurnView } from './turn-view.ts'

const EXPIRES = '2026-01-01T00:00:10.000Z'
const EXTENDED = '2026-01-01T00:00:16.000Z'

interface Sent {
  id: string
  n: number
  offsets: readonly number[]
  frames: number
  at: number
}

interface PlayOptions extends FakeHeadOptions {
  sides?: readonly ChallengeStep['side'][]
  afterMs?: number
  hasMoreTime?: boolean
  /** Instead of the answer to a step; the n-th that is sent, from 1. */
  onSend?: (count: number) => void
  keep?: () => void
  recorder?: TurnRecorder
  onVideo?: () => void
}

const play = async (options: PlayOptions = {}) => {
  const {
    sides = ['left', 'right'],
    afterMs = 400,
    hasMoreTime = false,
    onSend,
    keep,
    recorder,
    onVideo,
  } = options
  const head = createFakeHead(options)
  const views: (TurnView & { at: number })[] = []
  const guidance: string[] = []
  const sent: Sent[] = []
  const begun: number[] = []
  const extended: string[] = []
  const videos: { id: string; size: number; after: number }[] = []
  const kept = new Map<number, Blob>()
  const stepOf = (n: number) => ({ n, side: sides[n - 1] ?? 'left', after_ms: afterMs })
  const client: ChallengeClient = {
    beginChallenge: async () => {
      begun.push(head.now())
      const challenge: Challenge = {
        id: `chl_${begun.length}`,
        step: stepOf(1),
        steps: sides.length,
        expires_at: EXPIRES,
      }
      return challenge
    },
    sendTurn: async (id, n, { frames, offsets }) => {
      sent.push({ id, n, offsets, frames: frames.length, at: head.now() })
      onSend?.(sent.length)
      return n < sides.length
        ? { next: 'turn', step: stepOf(n + 1), expires_at: EXPIRES }
        : { next: 'capture' }
    },
    sendVideo: async (id, video) => {
      videos.push({ id, size: video.size, after: sent.length })
      onVideo?.()
    },
    extendChallenge: async (id) => {
      extended.push(id)
      return { expires_at: EXTENDED }
    },
  }
  const task = createTurnTask({
    gates: toLiveGates(),
    keeper: {
      keep: (_, at) => {
        keep?.()
        kept.set(at, new Blob(['jpeg']))
      },
      times: () => [...kept.keys()],
      take: async (times) => times.map((at) => kept.get(at) ?? new Blob()),
      close: () => {},
    },
    client,
    recorder,
    hasMoreTime,
    now: head.now,
    emit: (event) => {
      if (event.type === 'guidance.changed') guidance.push(event.code)
      if (event.type !== 'turn.changed') return
      head.see(event.view)
      views.push({ ...event.view, at: head.now() })
    },
    signal: new AbortController().signal,
  })
  const outcome = await runTask(task, head).catch((error: unknown) => error)
  const words = views.map(({ word }) => word).filter((word, index, all) => word !== all[index - 1])
  const asks = views.map(({ ask }) => ask).filter((ask, index, all) => ask !== all[index - 1])
  // What is on its way when it is over is let go a moment later.
  for (let ticks = 0; ticks < 3; ticks += 1) await new Promise((resolve) => setTimeout(resolve, 0))
  return {
    outcome,
    views,
    words,
    asks,
    guidance,
    sent,
    videos,
    begun,
    extended,
    open: head.open(),
    took: head.now(),
  }
}

describe('the turn of the head', () => {
  it.each([
    ['a usual head', {}],
    ['a quick one', { speed: 90 }],
    ['a slow one', { speed: 16 }],
    ['a detector of three frames a second', { detectorMs: 333 }],
    ['a camera beside the screen', { zero: 11 }],
    ['the same side twice', { sides: ['right', 'right'] as const }],
  ])('turns to both sides, then leaves the camera to the picture: %s', async (_, options) => {
    const { outcome, sent, begun, asks, words, open, views, guidance } = await play(options)
    expect(outcome).toBe('done')
    expect(begun).toHaveLength(1)
    const [first, second] = 'sides' in options ? options.sides : ['left', 'right']
    expect(asks).toEqual(['centre', first, 'centre', second, 'centre'])
    expect(words.filter((word) => word !== 'more')).toEqual([
      'intro',
      'straight',
      first,
      'back',
      second,
      'back',
      'picture',
    ])
    expect(sent.map(({ n }) => n)).toEqual([1, 2])
    for (const { frames, offsets } of sent) {
      expect(frames).toBeGreaterThanOrEqual(5)
      expect(frames).toBeLessThanOrEqual(8)
      expect(offsets).toHaveLength(frames)
      expect(offsets.toSorted((a, b) => a - b)).toEqual(offsets)
    }
    expect(views.at(-1)).toMatchObject({ done: 2 })
    expect(guidance.at(-1)).toBe('turned')
    expect(open).toEqual([])
  })

  it('takes a practised head less than six seconds', async () => {
    const { took } = await play({ speed: 60, reaction: 150 })
    expect(took).toBeLessThan(5500)
  })

  it('asks for nothing before there is a face, straight and still', async () => {
    const { begun, words, guidance, outcome } = await play({
      instead: (_, at) => (at < 4000 ? null : at < 6000 ? 25 : undefined),
    })
    expect(outcome).toBe('done')
    expect(begun[0]).toBeGreaterThan(6400)
    expect(words.slice(0, 3)).toEqual(['intro', 'aim', 'straight'])
    expect(guidance).toEqual(expect.arrayContaining(['no_face', 'turned']))
  })

  it('waits for the cue as long as the server says, and sends nothing that was before', async () => {
    const { begun, views, sent } = await play({ afterMs: 1600 })
    const cue = views.find(({ ask }) => ask !== 'centre')
    expect((cue?.at ?? 0) - (begun[0] ?? 0)).toBeGreaterThanOrEqual(1600)
    expect(sent[0]?.offsets[0]).toBeGreaterThanOrEqual(1600 - 100)
  })

  it('fills the ring on the asked side in step with the head, and keeps what was done', async () => {
    const { views } = await play({ speed: 30 })
    const left = views.filter(({ ask }) => ask === 'left').map(({ reached }) => reached.left)
    expect(left.length).toBeGreaterThan(8)
    expect(left.toSorted((a, b) => a - b)).toEqual(left)
    for (const view of views.filter(({ ask }) => ask === 'right')) expect(view.reached.left).toBe(1)
  })

  it.each([
    [
      'wrong_way',
      { instead: (ask: TurnView['ask'], at: number) => (ask === 'left' && at < 3200 ? -27 : undefined) },
    ],
    [
      'lost',
      { instead: (ask: TurnView['ask'], at: number) => (ask === 'left' && at < 3400 ? null : undefined) },
    ],
  ])('says at once: %s, and starts that side again before anything is sent', async (problem, options) => {
    const { outcome, words, sent, begun } = await play(options)
    expect(outcome).toBe('done')
    expect(words.slice(0, 5)).toEqual(['intro', 'straight', 'left', problem, 'left'])
    expect(sent.map(({ id, n }) => [id, n])).toEqual([
      ['chl_1', 1],
      ['chl_1', 2],
    ])
    expect(begun).toHaveLength(1)
  })

  it('says that it was too fast, and leaves that time to be read', async () => {
    const { views, words, outcome, begun } = await play({ speed: (at) => (at < 3200 ? 900 : 40) })
    expect(outcome).toBe('done')
    expect(words.slice(0, 5)).toEqual(['intro', 'straight', 'left', 'too_fast', 'left'])
    const told = views.find(({ word }) => word === 'too_fast')
    const cue = views.find(({ ask, at }) => ask === 'left' && at > (told?.at ?? 0))
    expect((cue?.at ?? 0) - (told?.at ?? 0)).toBeGreaterThanOrEqual(1000)
    expect(begun).toHaveLength(1)
  })

  it('asks for a little more', async () => {
    let reach = 16
    const { words, outcome } = await play({
      instead: (ask, at) => {
        if (at > 3600) reach = 27
        return ask === 'left' ? reach : undefined
      },
    })
    expect(outcome).toBe('done')
    expect(words.slice(2, 4)).toEqual(['left', 'more'])
  })

  it('begins another challenge without a word when the time runs out, then gives what it saw instead', async () => {
    const { outcome, begun, sent, extended, words, open } = await play({ instead: () => 0 })
    expect(outcome).toEqual({ frame: expect.anything(), step: 'chl_3/1' })
    expect(open).toEqual([(outcome as Unturned).frame])
    expect(begun).toHaveLength(3)
    expect(sent).toEqual([])
    expect(extended).toEqual([])
    expect(new Set(words)).toEqual(new Set(['intro', 'straight', 'left']))
  })

  it.each([
    // Somebody who turns, only not far enough.
    ['a head that turned', (ask: TurnView['ask']) => (ask === 'left' ? 16 : undefined)],
    ['a challenge that the server ended', undefined],
  ])('gives no picture of %s', async (_, instead) => {
    const { outcome, begun, open } = await play({
      ...(instead && { instead }),
      onSend: () => {
        throw new CaptureApiError('CHALLENGE_OVER', { retryable: false })
      },
    })
    expect(outcome).toBeNull()
    expect(begun).toHaveLength(3)
    expect(open).toEqual([])
  })

  it('names the step that ran out', async () => {
    const { outcome } = await play({ instead: (ask) => (ask === 'right' ? 0 : undefined) })
    expect(outcome).toMatchObject({ step: 'chl_3/2' })
  })

  it('has the time extended, once in a challenge, for those who asked for it', async () => {
    const late = (ask: TurnView['ask'], at: number) => (ask === 'left' && at < 9000 ? 0 : undefined)
    const helped = await play({ instead: late, hasMoreTime: true })
    expect(helped).toMatchObject({ outcome: 'done', extended: ['chl_1'] })
    expect(helped.begun).toHaveLength(1)
    expect((await play({ instead: late })).begun).toHaveLength(2)
    expect((await play({ instead: () => 0, hasMoreTime: true })).extended).toEqual([
      'chl_1',
      'chl_2',
      'chl_3',
    ])
  })

  it('begins anew when the server says that a challenge is over', async () => {
    const { outcome, sent } = await play({
      onSend: (count) => {
        if (count === 2) throw new CaptureApiError('CHALLENGE_OVER', { retryable: false })
      },
    })
    expect(outcome).toBe('done')
    expect(sent.map(({ id, n }) => [id, n])).toEqual([
      ['chl_1', 1],
      ['chl_1', 2],
      ['chl_2', 1],
      ['chl_2', 2],
    ])
  })

  it('leaves to the flow what else goes wrong', async () => {
    const offline = new CaptureApiError('NETWORK', { retryable: true })
    const { outcome, open } = await play({
      onSend: () => {
        throw offline
      },
    })
    expect(outcome).toBe(offline)
    expect(open).toEqual([])
    const broken = new DetectorError('no copy')
    const unkept = await play({
      keep: () => {
        throw broken
      },
    })
    expect(unkept.outcome).toBe(broken)
  })

  describe('where a video is kept', () => {
    const createRecorder = (video: Blob | null = new Blob(['film'])) => {
      const calls: string[] = []
      const recorder: TurnRecorder = {
        start: () => {
          if (calls.at(-1) !== 'start') calls.push('start')
        },
        drop: () => void calls.push('drop'),
        take: async () => {
          calls.push('take')
          return video
        },
      }
      return { calls, recorder }
    }

    it('records from the first cue on, and sends it after the last step', async () => {
      const { calls, recorder } = createRecorder()
      const { outcome, videos, views } = await play({ recorder })
      expect(outcome).toBe('done')
      expect(calls).toEqual(['start', 'take', 'drop'])
      expect(videos).toEqual([{ id: 'chl_1', size: 4, after: 2 }])
      expect(views.at(-1)).toMatchObject({ word: 'picture' })
    })

    it('goes on without: one that is not there, one that nobody takes', async () => {
      const none = createRecorder(null)
      expect(await play({ recorder: none.recorder })).toMatchObject({ outcome: 'done', videos: [] })
      const refused = await play({
        recorder: createRecorder().recorder,
        onVideo: () => {
          throw new CaptureApiError('CHALLENGE_OVER', { retryable: false })
        },
      })
      expect(refused).toMatchObject({ outcome: 'done', begun: [expect.any(Number)] })
    })

    it('forgets that of a challenge that is over', async () => {
      const { calls, recorder } = createRecorder()
      const { videos } = await play({
        recorder,
        onSend: (count) => {
          if (count === 2) throw new CaptureApiError('CHALLENGE_OVER', { retryable: false })
        },
      })
      expect(calls).toEqual(['start', 'drop', 'start', 'take', 'drop'])
      expect(videos).toEqual([{ id: 'chl_2', size: 4, after: 4 }])
    })
  })
})
