import { describe, expect, it } from 'vitest'
import { MOBILEFACENET } from '../recognition/mobilefacenet.ts'
import { toRecognitionModel } from '../recognition/recognition-definition.ts'
import { meshAt, observationOf, somebodyElse, turnThrough } from '../testing/turning-head.ts'
import { judgeTurn } from './judge-turn.ts'
import type { TimedObservation } from './types.ts'

const MODEL = toRecognitionModel(MOBILEFACENET)
const LEFT = [0, 5, 11, 18, 25]

const problemsOf = (frames: readonly TimedObservation[], side: 'left' | 'right' = 'left') =>
  judgeTurn(frames, side, MODEL).problems.map(({ kind, reason }) => `${kind}: ${reason}`)

const changed = (
  frames: readonly TimedObservation[],
  at: number,
  change: Partial<TimedObservation['observation']>,
) =>
  frames.map((frame, index) =>
    index === at ? { ...frame, observation: { ...frame.observation, ...change } } : frame,
  )

describe('judgeTurn', () => {
  it.each([
    ['left', LEFT],
    ['right', LEFT.map((yaw) => -yaw)],
    ['left', [-6, -4, 2, 10, 17, 22]],
    ['left', [0, 8, 16, 24, 32]],
    // Too far at last: the farthest frame that can be judged counts.
    ['left', [0, 8, 16, 24, 34, 44]],
    // Back again.
    ['right', [2, -7, -15, -24, -14, -4]],
  ] as const)('believes a head that turns to its %s: %j', (side, yaws) => {
    const { problems, turned, relief, correlation, foreshortening } = judgeTurn(
      turnThrough(yaws),
      side,
      MODEL,
    )
    expect(problems).toEqual([])
    expect(turned).toBeGreaterThan(20)
    expect(relief).toBeGreaterThan(0.9)
    expect(correlation).toBeGreaterThan(0.95)
    expect(Math.abs(foreshortening ?? 1)).toBeLessThan(0.08)
  })

  it.each<[string, readonly number[], string[]]>([
    ['not_turned', [0, 3, 7, 11, 14], ['unclear: not_turned']],
    ['wrong_way', [0, -6, -12, -19, -26], ['unclear: wrong_way']],
    ['wrong_way first', [0, -6, -13, -4, 6, 14, 22], ['unclear: wrong_way']],
    ['not_frontal_first', [15, 20, 27, 34, 40], ['unclear: not_frontal_first']],
    ['too_few', [0, 1, 17, 25], ['unclear: too_few']],
    [
      'not_frontal_first of a turn sent in reverse',
      [26, 19, 12, 6, 0],
      ['unclear: not_frontal_first', 'unclear: wrong_way'],
    ],
    ['jump of frames in another order', [0, 18, 5, 26, 11], ['spoof: jump']],
    ['jump', [0, 0, 0, 26, 26], ['unclear: too_few', 'spoof: jump']],
  ])('says %s', (_, yaws, problems) => {
    expect(problemsOf(turnThrough(yaws))).toEqual(problems)
  })

  it('says gap where frames are missing, or stand still, or go back in time', () => {
    for (const late of [900, 100, -50]) {
      const frames = turnThrough(LEFT).map((frame, index) => (index === 2 ? { ...frame, at: late } : frame))
      expect(problemsOf(frames)).toContain('unclear: gap')
    }
  })

  it('does not call a slow jump a lie', () => {
    expect(problemsOf(turnThrough([0, 6, 26, 26], 300))).toContain('unclear: gap')
    expect(problemsOf(turnThrough([0, 6, 26, 26], 300))).not.toContain('spoof: jump')
  })

  it('says nodded', () => {
    const frames = LEFT.map((yaw, index) => ({
      observation: observationOf(meshAt({ yaw, pitch: 5 * index })),
      at: 100 * index,
    }))
    expect(problemsOf(frames)).toEqual(['unclear: nodded'])
  })

  it.each([1, 2, 4])('says other_person when frame %i shows somebody else', (at) => {
    expect(problemsOf(changed(turnThrough(LEFT), at, somebodyElse()))).toEqual(['spoof: other_person'])
  })

  it('says other_person when each frame is a little farther from the first one', () => {
    const frames = turnThrough(LEFT).map((frame, index) => {
      const { template } = frame.observation
      const angle = index * 0.35
      const values = Float32Array.from(template.values, (_, at) =>
        at === 0 ? Math.cos(angle) : at === 1 ? Math.sin(angle) : 0,
      )
      return { ...frame, observation: { ...frame.observation, template: { ...template, values } } }
    })
    expect(problemsOf(frames)).toEqual(['spoof: other_person'])
  })

  it('says flat when the pose turns and the points do not', () => {
    const flat = turnThrough(LEFT).map((frame, index) => ({
      ...frame,
      observation: observationOf(meshAt({}), { pose: { yaw: LEFT[index] ?? 0, pitch: 0, roll: 0 } }),
    }))
    expect(problemsOf(flat)).toContain('spoof: flat')
  })

  it.each([
    [LEFT, 0.045],
    // To neither side.
    [[0, 2, 3, 2, 1], 0.04],
  ])('says shrinks of what becomes narrower, turned or not: %j', (yaws, share) => {
    const narrower = turnThrough(yaws).map((frame, index) => {
      const mesh = frame.observation.mesh.map((value, at) =>
        at % 3 === 0 ? 240 + (value - 240) * (1 - share * index) : value,
      )
      return { ...frame, observation: { ...frame.observation, mesh } }
    })
    for (const side of ['left', 'right'] as const) {
      if (yaws !== LEFT || side === 'left') expect(problemsOf(narrower, side)).toContain('spoof: shrinks')
    }
  })

  it('does not take a smile for a sheet', () => {
    const smiling = turnThrough([0, 1, 2, 2, 1]).map((frame, index) => {
      const mesh = frame.observation.mesh.map((value, at) =>
        at % 3 === 0 ? 240 + (value - 240) * (1 - 0.022 * index) : value,
      )
      return { ...frame, observation: { ...frame.observation, mesh } }
    })
    expect(problemsOf(smiling)).toEqual(['unclear: not_turned'])
  })

  it('has nothing to measure without frames', () => {
    expect(judgeTurn([], 'left', MODEL)).toEqual({
      problems: [{ kind: 'unclear', reason: 'too_few' }],
      turned: 0,
      relief: null,
      correlation: null,
      foreshortening: null,
    })
  })

  it('says the same each time', () => {
    const frames = turnThrough(LEFT)
    expect(judgeTurn(frames, 'left', MODEL)).toEqual(judgeTurn(frames, 'left', MODEL))
  })
})
