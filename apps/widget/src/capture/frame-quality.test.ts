import { describe, expect, it } from 'vitest'
import type { Point } from './face-measures.ts'
import { eyeSpeed, findMainFace, measureGeometry, toPixels, toPose } from './frame-quality.ts'
import { goodFace } from './scripted-detector.ts'

const RADIANS = Math.PI / 180

/** R = Ry · Rx · Rz as a column-major 4×4 matrix, scaled as MediaPipe's are. */
const matrixOf = ({ yaw = 0, pitch = 0, roll = 0, scale = 1 }): number[] => {
  const [sy, cy] = [Math.sin(yaw * RADIANS), Math.cos(yaw * RADIANS)]
  const [sp, cp] = [Math.sin(pitch * RADIANS), Math.cos(pitch * RADIANS)]
  const [sr, cr] = [Math.sin(roll * RADIANS), Math.cos(roll * RADIANS)]
  const rows = [
    [cy * cr + sy * sp * sr, -cy * sr + sy * sp * cr, sy * cp],
    [cp * sr, cp * cr, -sp],
    [-sy * cr + cy * sp * sr, sy * sr + cy * sp * cr, cy * cp],
  ]
  const columns = [0, 1, 2].flatMap((column) => [...rows.map((row) => scale * (row[column] ?? 0)), 0])
  return [...columns, 0, 0, -40, 1]
}

describe('toPose', () => {
  it.each([
    { yaw: 0, pitch: 6, roll: 0 },
    { yaw: 20, pitch: 6, roll: 0 },
    { yaw: -35, pitch: -10, roll: 0 },
    { yaw: 0, pitch: 25, roll: 12 },
    { yaw: 10, pitch: 0, roll: -20, scale: 1.3 },
  ])('%o', (given) => {
    const pose = toPose(matrixOf(given))
    expect(pose.yaw).toBeCloseTo(given.yaw)
    // A level look reads 6.
    expect(pose.pitch).toBeCloseTo(given.pitch - 6)
    expect(pose.roll).toBeCloseTo(given.roll)
  })
})

/** A mesh with the points the geometry reads; the others lie on the nose. Irises at zero, as in our model. */
const meshOf = (named: Readonly<Record<number, Point>>): Point[] => {
  const points = Array.from({ length: 468 }, (_, index) => named[index] ?? { x: 0.5, y: 0.5 })
  return [...points, ...Array.from({ length: 10 }, () => ({ x: 0, y: 0 }))]
}
const FRAME = { width: 1000, height: 1000 }
const MESH = meshOf({
  33: { x: 0.4, y: 0.4 },
  133: { x: 0.46, y: 0.4 },
  362: { x: 0.54, y: 0.4 },
  263: { x: 0.6, y: 0.4 },
  152: { x: 0.5, y: 0.65 },
  10: { x: 0.5, y: 0.25 },
  160: { x: 0.42, y: 0.39 },
  144: { x: 0.42, y: 0.41 },
  159: { x: 0.43, y: 0.385 },
  145: { x: 0.43, y: 0.415 },
  158: { x: 0.44, y: 0.39 },
  153: { x: 0.44, y: 0.41 },
  385: { x: 0.56, y: 0.395 },
  380: { x: 0.56, y: 0.405 },
  386: { x: 0.57, y: 0.395 },
  374: { x: 0.57, y: 0.41 },
  387: { x: 0.58, y: 0.395 },
  373: { x: 0.58, y: 0.405 },
})
const LEVEL = { yaw: 0, pitch: 0, roll: 0 }

describe('measureGeometry', () => {
  const measured = measureGeometry(toPixels(MESH, FRAME), LEVEL, FRAME)

  it('measures in pixels, from eye centre to eye centre and down to the chin', () => {
    expect(measured.interEyePx).toBeCloseTo(140)
    expect(measured.eyeToChinPx).toBeCloseTo(250)
    expect(measured.eyes).toEqual({ x: expect.closeTo(500), y: expect.closeTo(400) })
  })
  it('takes the widest gap of the narrower eye', () => {
    expect(measured.eyeOpenness).toBeCloseTo(15 / 250)
  })
  it('does not read the irises, which are zeros', () => {
    expect(measured.isInside).toBe(true)
    expect(measured.centre).toEqual({ x: expect.closeTo(500), y: expect.closeTo(450) })
  })
  it('makes up for a turned head', () => {
    const turned = measureGeometry(toPixels(MESH, FRAME), { ...LEVEL, yaw: 60 }, FRAME)
    expect(turned.interEyePx).toBeCloseTo(280)
  })
  it('sees a face that sticks out', () => {
    const cut = MESH.map((point, index) => (index === 152 ? { x: 0.5, y: 1.01 } : point))
    expect(measureGeometry(toPixels(cut, FRAME), LEVEL, FRAME).isInside).toBe(false)
  })
})

describe('findMainFace', () => {
  const square = (size: number): Point[] => [
    { x: 0.2, y: 0.2 },
    { x: 0.2 + size, y: 0.2 + size },
  ]
  it.each([
    ['nobody', [], null],
    ['one', [square(0.4)], { index: 0, secondFaceShare: 0 }],
    ['the larger of two', [square(0.1), square(0.2)], { index: 1, secondFaceShare: 0.25 }],
    ['a face without extent', [square(0)], null],
  ])('%s', (_, faces, expected) => {
    const found = findMainFace(faces)
    expect(found?.index).toBe(expected?.index)
    if (expected) expect(found?.secondFaceShare).toBeCloseTo(expected.secondFaceShare)
    else expect(found).toBeNull()
  })
})

describe('eyeSpeed', () => {
  it('counts in eye distances a second', () => {
    const before = goodFace()
    const after = goodFace({ eyes: { x: before.eyes.x + 12, y: before.eyes.y } })
    expect(eyeSpeed(before, after, 100)).toBeCloseTo(1)
    expect(eyeSpeed(before, after, 0)).toBe(Infinity)
  })
})
