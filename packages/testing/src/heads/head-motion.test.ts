import { expect, it } from 'vitest'
import { moveHead } from './head-motion.ts'

it('turns as fast as it may, and stops where it was asked to', () => {
  let turn = { degrees: 0, speed: 0 }
  let fastest = 0
  for (let ms = 0; ms < 2000; ms += 10) {
    turn = moveHead(turn, 27, 10, 50)
    fastest = Math.max(fastest, turn.speed)
    expect(turn.degrees).toBeLessThan(28)
  }
  expect(fastest).toBeGreaterThan(45)
  expect(fastest).toBeLessThanOrEqual(50)
  expect(turn.degrees).toBeCloseTo(27, 0)
})
