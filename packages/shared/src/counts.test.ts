import { expect, it } from 'vitest'
import { createCounts } from './counts.ts'

it('counts each key by itself, and none below nothing', () => {
  const { of, add } = createCounts()
  add('a', 2)
  add('b', 1)
  add('a', -1)
  expect([of('a'), of('b'), of('c')]).toEqual([1, 1, 0])
  add('a', -5)
  expect(of('a')).toBe(0)
})
