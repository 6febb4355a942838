import type { TurnSide } from '@visavis/shared/liveness'
import { describe, expect, it } from 'vitest'
import { followTurn, isFacing, isStraight, reachedOf, startTurn } from './turn-rules.ts'

/** A look every `step` ms; `null`: no face. */
const follow = (yaws: readonly (number | null)[], { side = 'left', step = 66, front = 0 } = {}) =>
  yaws.reduce(
    (turn, yaw, index) =>
      turn.problem || turn.isDone
        ? turn
        : followTurn(turn, { at: (index + 1) * step, yaw: yaw ?? undefined }, side as TurnSide),
    startTurn({ at: 0, yaw: front }),
  )

describe('followTurn', () => {
  it.each([
    ['left', [4, 9, 15, 21, 23]],
    ['right', [-4, -9, -15, -21, -23]],
  ])('is done once the head points far enough to the %s', (side, yaws) => {
    expect(follow(yaws.slice(0, -1), { side })).toMatchObject({ isDone: false, problem: null })
    expect(follow(yaws, { side })).toMatchObject({ isDone: true, problem: null, turned: 23 })
  })

  it('starts at the zero of a head that is never quite straight', () => {
    expect(follow([0, 7, 14], { front: -7 }).turned).toBe(21)
    expect(follow([0, 7, 15.5], { front: -7 }).isDone).toBe(true)
  })

  it('counts from straight where the head was asked on its way back from the same side', () => {
    expect(follow([2, 0, 8, 15, 21.5], { front: 5 }).isDone).toBe(false)
    expect(follow([2, 0, 8, 15, 22], { front: 5 })).toMatchObject({ isDone: true, problem: null })
    expect(reachedOf(follow([2, 0, 11], { front: 5 }))).toBe(0.5)
  })

  it('fills the ring in step with the angle, and never beyond its ends', () => {
    expect(reachedOf(follow([11]))).toBe(0.5)
    expect(reachedOf(follow([-5]))).toBe(0)
    expect(reachedOf(follow([15, 30]))).toBe(1)
  })

  it.each([
    ['too_fast', [2, 21]],
    ['too_far', [9, 20, 21.5, 36]],
    ['wrong_way', [-4, -11]],
  ])('%s', (problem, yaws) => {
    expect(follow(yaws)).toMatchObject({ problem, isDone: false })
  })

  it.each([
    ['15 frames a second', 66, [1, 2, 3]],
    ['3 frames a second', 333, [4, 10, 16, 22]],
  ])('takes its time at %s', (_, step, yaws) => {
    expect(follow(yaws, { step }).problem).toBeNull()
  })

  it('asks for a little more where the head stands still too early, and not before it has begun', () => {
    const stand = (yaw: number, looks: number) => follow([yaw, ...new Array<number>(looks).fill(yaw)])
    expect(stand(15, 7).isShort).toBe(false)
    expect(stand(15, 9).isShort).toBe(true)
    expect(stand(3, 40).isShort).toBe(false)
    expect(follow([15, ...new Array<number>(12).fill(15), 18]).isShort).toBe(false)
  })

  it('lets the detector miss a frame or two, and then has lost the face', () => {
    expect(follow([5, null, null, 9]).problem).toBeNull()
    expect(follow([5, ...new Array<null>(7).fill(null)]).problem).toBeNull()
    expect(follow([5, ...new Array<null>(8).fill(null)]).problem).toBe('lost')
  })
})

it('begins with a head that faces the camera, and is straight again around its own zero', () => {
  expect([-13, -12, 0, 12, 13].map(isFacing)).toEqual([false, true, true, true, false])
  expect([1, 2, 10, 12, 13].map((yaw) => isStraight(yaw, 10))).toEqual([false, true, true, true, false])
})
