import { createSeededGauss } from './seeded-gauss.ts'

/** Spread of one number between people and between pictures of one, so that distances are about 0.9 and 0.3. */
const BETWEEN_PEOPLE = 0.056
const BETWEEN_PICTURES = 0.019

/** Features of one picture of one person; the same numbers for the same arguments. */
export const createFeatures = (person: number, picture = 0): Float32Array => {
  const ofPerson = createSeededGauss(person)
  const ofPicture = createSeededGauss(person * 1_000 + picture + 500_000)
  return Float32Array.from(
    { length: 128 },
    () => BETWEEN_PEOPLE * ofPerson() + BETWEEN_PICTURES * ofPicture(),
  )
}

export const distanceBetween = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0))
