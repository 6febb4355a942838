import { describe, expect, it } from 'vitest'
import { createBestFrame, SETTLED_WINDOW_MS, WINDOW_MS } from './best-frame.ts'

const STEP_MS = 100
const frame = (name: string) => {
  const made = {
    name,
    isClosed: false,
    close: () => {
      made.isClosed = true
    },
  }
  return made
}
type Frame = ReturnType<typeof frame>

/** One frame each `STEP_MS`: a number is a good frame of that sharpness, null a bad one. */
const play = (script: readonly (number | null)[], stepMs = STEP_MS, hasSettled = false) => {
  const best = createBestFrame<Frame>({ hasSettled })
  const frames: Frame[] = []
  const progress: number[] = []
  for (const [index, sharpness] of script.entries()) {
    const offered = frame(`f${index}`)
    frames.push(offered)
    const result = best.offer({
      frame: offered,
      isGood: sharpness !== null,
      sharpness: sharpness ?? 0,
      now: 5000 + index * stepMs,
    })
    progress.push(result.progress)
    if (result.best) return { chosen: result.best.name, frames, progress, best }
  }
  return { chosen: null, frames, progress, best }
}

const steady = (length: number) => Array.from({ length }, () => 1)
/** Focus that hunts. */
const hunting = (length: number) => Array.from({ length }, (_, index) => 1 + (index % 3))

describe('createBestFrame', () => {
  it('gives the sharpest of a steady second and lets the others go', () => {
    const { chosen, frames } = play([1, 2, 9, 3, 4, 5, 6, 7, 8, 1, 2])
    expect(chosen).toBe('f2')
    expect(frames.filter(({ isClosed }) => !isClosed).map(({ name }) => name)).toEqual(['f2'])
  })
  it('waits for the whole second while the focus hunts', () => {
    expect(play(hunting(WINDOW_MS / STEP_MS)).chosen).toBeNull()
    expect(play(hunting(WINDOW_MS / STEP_MS + 1)).chosen).not.toBeNull()
  })
  it('waits for less once the frames are as sharp as they get', () => {
    expect(play(steady(SETTLED_WINDOW_MS / STEP_MS)).chosen).toBeNull()
    expect(play(steady(SETTLED_WINDOW_MS / STEP_MS + 1)).chosen).not.toBeNull()
    expect(play([1, 9, ...steady(SETTLED_WINDOW_MS / STEP_MS)]).chosen).toBeNull()
  })
  it('waits for no second where the camera has settled before', () => {
    const frames = SETTLED_WINDOW_MS / STEP_MS
    expect(play(hunting(frames), STEP_MS, true).chosen).toBeNull()
    expect(play(hunting(frames + 1), STEP_MS, true).chosen).toBe('f2')
  })
  it('forgives a blink, without taking a picture of it', () => {
    const { chosen } = play([5, 4, 3, null, null, 4, 4, 4, 4, 4, 4])
    expect(chosen).toBe('f0')
  })
  it('begins anew when the face is away for longer', () => {
    const { chosen, frames } = play([9, null, null, null, null, null, ...hunting(10)])
    expect(chosen).toBeNull()
    expect(frames[0]?.isClosed).toBe(true)
  })
  it('begins anew after a gap, as of a hidden tab', () => {
    expect(play(steady(4), 2000).chosen).toBeNull()
  })
  it('wants some frames to choose from on a slow device', () => {
    expect(play(steady(3), 500).chosen).toBeNull()
    expect(play(steady(4), 500).chosen).not.toBeNull()
  })
  it('never takes a bad frame, however long it waits', () => {
    const { chosen, frames } = play(Array.from({ length: 50 }, () => null))
    expect(chosen).toBeNull()
    expect(frames.every(({ isClosed }) => isClosed)).toBe(true)
  })
  it('tells how far it is', () => {
    const { progress } = play(hunting(11))
    expect(progress[0]).toBe(0)
    expect(progress[5]).toBeCloseTo(0.5)
    expect(progress.at(-1)).toBe(1)
  })
  it('lets go of what it holds when it is given up', () => {
    const { best, frames } = play(steady(3))
    best.reset()
    expect(frames.every(({ isClosed }) => isClosed)).toBe(true)
  })
})
