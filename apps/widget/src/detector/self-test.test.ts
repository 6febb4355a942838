import { expect, it } from 'vitest'
import { drawTestFace, TEST_FACE_POINTS, TEST_FACE_PX } from './draw-test-face.ts'
import { isTestFace } from './self-test.ts'

/** A face mesh with the points of the drawing, each moved by so many pixels. */
const faceOf = (offset = 0) => {
  const points = Array.from({ length: 468 }, () => ({ x: 0.5, y: 0.5 }))
  for (const { index, x, y } of TEST_FACE_POINTS) {
    points[index] = { x: (x + offset) / TEST_FACE_PX, y: y / TEST_FACE_PX }
  }
  return points
}

it.each([
  ['the face of the drawing', [faceOf()], true],
  ['a little off', [faceOf(8)], true],
  ['points anywhere', [faceOf(30)], false],
  ['no face', [], false],
  ['two', [faceOf(), faceOf()], false],
  ['too few points', [faceOf().slice(0, 100)], false],
  ['no numbers', [faceOf(Number.NaN)], false],
])('%s', (_, faces, expected) => {
  expect(isTestFace(faces)).toBe(expected)
})

it('draws the features where they are looked for', () => {
  const ovals: { x: number; y: number; color: string }[] = []
  let at = { x: 0, y: 0 }
  const context = {
    fillStyle: '',
    beginPath: () => {},
    fillRect: () => {},
    ellipse: (x: number, y: number) => {
      at = { x, y }
    },
    fill: () => ovals.push({ ...at, color: context.fillStyle }),
  }
  drawTestFace(context)
  const eyes = ovals.filter(({ color }) => color === '#f4efe9')
  expect(eyes.map(({ x, y }) => [x, y])).toEqual([
    [106, 121],
    [150, 121],
  ])
})
