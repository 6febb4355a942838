import type { FrameQuality } from '@visavis/face-quality/frame-types'
import { toLiveGates } from '@visavis/face-quality/live-gates'
import { describe, expect, it } from 'vitest'
import { DetectorError } from '../detector/face-detector.ts'
import { runTask } from '../detector/run-task.ts'
import { type FakeFrame, fakeFrame } from '../testing/fake-frame.ts'
import { createScriptedDetector, goodFace, NOBODY } from '../testing/scripted-detector.ts'
import { createSelfieTask, type SelfieEvent } from './selfie-task.ts'

const STEP_MS = 66

interface PlayOptions {
  answers: readonly (FrameQuality | 'broken')[]
  frames?: number
  /** Before which frames the button is pressed. */
  pressAt?: readonly number[]
  abortAt?: number
}

const play = async ({ answers, frames = 40, pressAt = [], abortAt = -1 }: PlayOptions) => {
  const controller = new AbortController()
  const made: FakeFrame[] = []
  const events: SelfieEvent[] = []
  let isPressed = false
  async function* source() {
    for (let index = 0; index < frames; index += 1) {
      if (pressAt.includes(index)) isPressed = true
      if (index === abortAt) controller.abort()
      const frame = fakeFrame()
      made.push(frame)
      yield frame
    }
  }
  const task = createSelfieTask({
    gates: toLiveGates(),
    takePress: () => {
      const wasPressed = isPressed
      isPressed = false
      return wasPressed
    },
    emit: (event) => events.push(event),
    signal: controller.signal,
  })
  const taken = await runTask(task, {
    detector: createScriptedDetector(answers),
    frames: source(),
    now: () => made.length * STEP_MS,
  }).catch((error: unknown) => error)
  const index = made.indexOf(taken as FakeFrame)
  const open = made.filter((frame) => frame !== taken && !frame.isClosed)
  const codes = events.map((event) => (event.type === 'guidance.changed' ? event.code : event.type))
  return {
    taken,
    index,
    count: made.length,
    open,
    codes: codes.filter((code, i) => code !== codes[i - 1]),
    events,
  }
}

const moving = (index: number) => goodFace({ geometry: { motion: 10 + index } })

describe('the selfie', () => {
  it('takes the sharpest frame of a steady second', async () => {
    const answers = Array.from({ length: 30 }, (_, index) => goodFace({ sharpness: index === 4 ? 0.5 : 0.1 }))
    const { index, count, codes, open } = await play({ answers })
    expect(index).toBe(4)
    expect(count).toBe(1 + Math.ceil(1000 / STEP_MS))
    expect(codes).toEqual(['hold_still'])
    expect(open).toEqual([])
  })

  it('an empty room: guidance, and never a picture', async () => {
    const { taken, events, codes, open } = await play({ answers: [NOBODY], frames: 300 })
    expect(taken).toBeNull()
    expect(codes).toEqual(['no_face'])
    expect(events).toHaveLength(1)
    expect(open).toEqual([])
  })

  it('two people: guidance, and never a picture', async () => {
    const { taken, codes } = await play({
      answers: [goodFace({ raws: { SingleFacePresent: 0.9 } })],
      frames: 300,
    })
    expect(taken).toBeNull()
    expect(codes).toEqual(['several_faces'])
  })

  it('a head that moves: hold still, and no picture before there was time to', async () => {
    const answers = Array.from({ length: 90 }, (_, index) => moving(index))
    const { index, codes, open } = await play({ answers, frames: 90 })
    expect(index).toBeGreaterThan(3000 / STEP_MS)
    expect(codes).toEqual(['hold_still'])
    expect(open).toEqual([])
  })

  it('dark glasses: asks to take them off, then takes the picture all the same', async () => {
    const { index, codes } = await play({ answers: [goodFace({ raws: { EyesVisible: 1 } })], frames: 90 })
    expect(codes).toEqual(['eyes_covered', 'hold_still'])
    expect(index).toBeGreaterThan(3000 / STEP_MS)
  })

  it('tells the way back to the middle', async () => {
    const answers = [goodFace({ geometry: { offCentre: { x: 0.3, y: 0 } } })]
    const { taken, events } = await play({ answers })
    expect(taken).toBeNull()
    expect(events.at(-1)).toMatchObject({ code: 'off_centre', steer: 'right' })
  })

  it('a mask is no reason to ask, unless the journey says so', async () => {
    const answers = [goodFace({ raws: { MouthOcclusionPrevention: 1, FaceOcclusionPrevention: 1 } })]
    expect((await play({ answers })).codes).toEqual(['hold_still'])
  })

  it('the button takes the frame of that moment, good or not', async () => {
    const { index, count, open } = await play({
      answers: [goodFace({ raws: { EyesOpen: 0 } })],
      pressAt: [5],
    })
    expect(index).toBe(5)
    expect(count).toBe(6)
    expect(open).toEqual([])
  })

  it('the button with nobody there: says so, and goes on', async () => {
    const answers = [NOBODY, NOBODY, NOBODY, ...Array.from({ length: 40 }, () => goodFace())]
    const { index, codes } = await play({ answers, pressAt: [2] })
    expect(codes).toContain('picture.missed')
    expect(index).toBeGreaterThan(2)
  })

  it('says so long enough to be read, whoever comes meanwhile', async () => {
    const far = goodFace({ raws: { HeadSize: 0.1 } })
    const answers = [far, far, NOBODY, ...Array.from({ length: 40 }, () => far)]
    expect((await play({ answers, frames: 15, pressAt: [2] })).codes).toEqual(['too_far', 'picture.missed'])
    const all = await play({ answers, frames: 40, pressAt: [2] })
    expect(all.codes).toEqual(['too_far', 'picture.missed', 'too_far'])
  })

  it('somebody who came and went is somebody else: the next press says so again', async () => {
    const closed = goodFace({ raws: { EyesOpen: 0 } })
    const answers = [NOBODY, ...Array.from({ length: 25 }, () => closed), NOBODY]
    const { taken, events } = await play({ answers, pressAt: [0, 35] })
    expect(taken).toBeNull()
    expect(events.filter(({ type }) => type === 'picture.missed')).toHaveLength(2)
  })

  it('the button again, with nobody seen: takes the picture; a double press is one', async () => {
    const { index, codes, open } = await play({ answers: [NOBODY], pressAt: [2, 4, 30] })
    expect(codes).toContain('picture.missed')
    expect(index).toBe(30)
    expect(open).toEqual([])
  })

  it('stops when the person leaves, holding nothing', async () => {
    const { taken, count, open } = await play({ answers: [goodFace()], abortAt: 4 })
    expect(taken).toBeNull()
    expect(count).toBe(5)
    expect(open).toEqual([])
  })

  it('a detector that breaks half-way', async () => {
    const { taken, open } = await play({ answers: [goodFace(), goodFace(), 'broken'] })
    expect(taken).toBeInstanceOf(DetectorError)
    expect(open).toEqual([])
  })
})
