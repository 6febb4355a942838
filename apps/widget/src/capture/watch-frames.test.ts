import { describe, expect, it } from 'vitest'
import { type FakeFrame, fakeFrame } from '../testing/fake-frame.ts'
import { DetectorError } from './face-detector.ts'
import type { FaceMeasures } from './face-measures.ts'
import { createScriptedDetector, goodFace } from './scripted-detector.ts'
import { type WatchEvent, watchFrames } from './watch-frames.ts'

const STEP_MS = 66

interface PlayOptions {
  answers: readonly (FaceMeasures | null | 'broken')[]
  frames?: number
  /** Before which frame the button is pressed. */
  pressAt?: number
  abortAt?: number
}

const play = async ({ answers, frames = 40, pressAt = -1, abortAt = -1 }: PlayOptions) => {
  const controller = new AbortController()
  const made: FakeFrame[] = []
  const events: WatchEvent[] = []
  let isPressed = false
  async function* source() {
    for (let index = 0; index < frames; index += 1) {
      if (index === pressAt) isPressed = true
      if (index === abortAt) controller.abort()
      const frame = fakeFrame()
      made.push(frame)
      yield frame
    }
  }
  const taken = await watchFrames(createScriptedDetector(answers), {
    frames: source(),
    takePress: () => {
      const wasPressed = isPressed
      isPressed = false
      return wasPressed
    },
    now: () => made.length * STEP_MS,
    emit: (event) => events.push(event),
    signal: controller.signal,
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

const moving = (index: number) => goodFace({ eyes: { x: 600 + 20 * (index % 2), y: 310 } })

describe('watchFrames', () => {
  it('takes the sharpest frame of a steady second', async () => {
    const answers = Array.from({ length: 30 }, (_, index) => goodFace({ sharpness: index === 9 ? 500 : 100 }))
    const { index, count, codes, open } = await play({ answers })
    expect(index).toBe(9)
    // One frame to know that the head is still, then a second of them.
    expect(count).toBe(2 + Math.ceil(1000 / STEP_MS))
    expect(codes).toEqual(['hold_still'])
    expect(open).toEqual([])
  })

  it('an empty room: guidance, and never a picture', async () => {
    const { taken, codes, open } = await play({ answers: [null], frames: 300 })
    expect(taken).toBeNull()
    expect(codes).toEqual(['no_face'])
    expect(open).toEqual([])
  })

  it('two people: guidance, and never a picture', async () => {
    const { taken, codes } = await play({ answers: [goodFace({ secondFaceShare: 0.9 })], frames: 300 })
    expect(taken).toBeNull()
    expect(codes).toEqual(['several_faces'])
  })

  it('a head that moves: hold still, and no picture', async () => {
    const answers = Array.from({ length: 60 }, (_, index) => moving(index))
    const { taken, codes } = await play({ answers, frames: 60 })
    expect(taken).toBeNull()
    expect(codes).toEqual(['hold_still'])
  })

  it('the button takes the frame of that moment, good or not', async () => {
    const { index, count, open } = await play({ answers: [goodFace({ eyeOpenness: 0 })], pressAt: 5 })
    expect(index).toBe(5)
    expect(count).toBe(6)
    expect(open).toEqual([])
  })

  it('the button with nobody there: says so, and goes on', async () => {
    const answers = [null, null, null, ...Array.from({ length: 40 }, () => goodFace())]
    const { index, codes } = await play({ answers, pressAt: 2 })
    expect(codes).toContain('picture.missed')
    expect(index).toBeGreaterThan(2)
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
