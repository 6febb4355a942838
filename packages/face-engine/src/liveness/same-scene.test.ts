import { expect, it } from 'vitest'
import { meshAt, observationOf } from '../testing/turning-head.ts'
import { isSameScene } from './same-scene.ts'

const lit = (face: number, around: number) => observationOf(meshAt({}), { light: { face, around } })

it.each<[string, [number, number], [number, number], boolean]>([
  ['the same', [120, 90], [120, 90], true],
  ['another exposure', [120, 90], [75, 55], true],
  ['a head turned from the window', [120, 90], [85, 95], true],
  ['a dark room, and dark noise', [6, 2], [3, 7], true],
  ['a bright room for a dark one', [120, 160], [120, 30], false],
  ['a face lit by a lamp now', [50, 90], [150, 90], false],
  ['the lights went out', [160, 150], [40, 35], false],
])('%s', (_, a, b, expected) => {
  expect(isSameScene(lit(...a), lit(...b))).toBe(expected)
  expect(isSameScene(lit(...b), lit(...a))).toBe(expected)
})
