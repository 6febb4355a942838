import { describe, expect, it } from 'vitest'
import { meshAt } from '../testing/turning-head.ts'
import { measureForeshortening } from './foreshortening.ts'
import { MESH_POINTS } from './head-points.ts'
import { measureParallax } from './parallax.ts'

const RADIANS = Math.PI / 180
const MIDDLE = { x: 240, y: 320 }

/** The mesh printed on a sheet, which bulges by so many pixels and is turned about its upright middle. */
const onSheet = (mesh: Float32Array, degrees: number, bulge = 0): Float32Array => {
  const [cos, sin] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)]
  const seen = mesh.slice()
  for (let point = 0; point < MESH_POINTS; point += 1) {
    const [u, v] = [(mesh[3 * point] ?? 0) - MIDDLE.x, (mesh[3 * point + 1] ?? 0) - MIDDLE.y]
    const near = bulge * (1 - (u / 100) ** 2)
    const scale = 1 / (1 - (near * cos - u * sin) / 900)
    seen[3 * point] = MIDDLE.x + (u * cos + near * sin) * scale
    seen[3 * point + 1] = MIDDLE.y + v * scale
  }
  return seen
}

describe('measureParallax', () => {
  it.each([15, 20, 28, 35, -20, -30])('sees the relief of a head that turns by %i°', (yaw) => {
    const { relief, correlation } = measureParallax(meshAt({}), meshAt({ yaw }))
    expect(relief / Math.sin(yaw * RADIANS)).toBeGreaterThan(0.9)
    expect(relief / Math.sin(yaw * RADIANS)).toBeLessThan(1.3)
    expect(correlation).toBeGreaterThan(0.95)
  })

  it('sees it whatever else the head does', () => {
    const { relief } = measureParallax(meshAt({ yaw: 4, roll: 10 }), meshAt({ yaw: 29, pitch: 8 }))
    expect(relief / Math.sin(25 * RADIANS)).toBeGreaterThan(0.85)
  })

  it.each([10, 20, 30, 40])('sees none on a flat sheet that is turned by %i°', (degrees) => {
    const mesh = meshAt({})
    expect(Math.abs(measureParallax(mesh, onSheet(mesh, degrees)).relief)).toBeLessThan(0.01)
  })

  it('sees on a bent sheet another relief than a head has', () => {
    const mesh = meshAt({})
    expect(measureParallax(mesh, onSheet(mesh, 30, 25)).correlation).toBeLessThan(0.8)
  })
})

describe('measureForeshortening', () => {
  it.each([-30, -15, 15, 30])('is next to nothing of a head that turns by %i°', (yaw) => {
    expect(Math.abs(measureForeshortening(meshAt({}), meshAt({ yaw })))).toBeLessThan(0.08)
  })

  it.each([20, 30, 40])('is the cosine of a sheet that is turned by %i°', (degrees) => {
    const mesh = meshAt({})
    expect(measureForeshortening(mesh, onSheet(mesh, degrees))).toBeCloseTo(
      Math.log(Math.cos(degrees * RADIANS)),
      1,
    )
  })

  it('goes along the eyes, however the sheet is held', () => {
    const tilted = (mesh: Float32Array) => {
      const turned = mesh.slice()
      for (let at = 0; at < mesh.length; at += 3) {
        const [x, y] = [(mesh[at] ?? 0) - MIDDLE.x, (mesh[at + 1] ?? 0) - MIDDLE.y]
        turned[at] = MIDDLE.x + x * Math.cos(0.6) - y * Math.sin(0.6)
        turned[at + 1] = MIDDLE.y + x * Math.sin(0.6) + y * Math.cos(0.6)
      }
      return turned
    }
    const mesh = meshAt({})
    expect(measureForeshortening(tilted(mesh), tilted(onSheet(mesh, 40)))).toBeLessThan(-0.2)
  })
})
