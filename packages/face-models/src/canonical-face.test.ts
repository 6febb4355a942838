import { expect, it } from 'vitest'
import { CANONICAL_FACE } from './canonical-face.ts'
import { readCanonicalFace } from './testing/read-canonical-face.ts'

it('is the face in the vendor’s package', async () => {
  const original = await readCanonicalFace()
  expect(original).toHaveLength(3 * 468)
  expect(CANONICAL_FACE).toHaveLength(original.length)
  original.forEach((value, index) => {
    expect(Math.abs(value - (CANONICAL_FACE[index] ?? Number.NaN))).toBeLessThan(0.0006)
  })
})
