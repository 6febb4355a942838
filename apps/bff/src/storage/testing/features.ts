/** A seeded stream of numbers in [0, 1): mulberry32. */
const createRandom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const createGauss = (seed: number) => {
  const random = createRandom(seed)
  return (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Spread of one number between people and between pictures of one, so that distances are about 0.9 and 0.3. */
const BETWEEN_PEOPLE = 0.056
const BETWEEN_PICTURES = 0.019

/** Features of one picture of one person; the same numbers for the same arguments. */
export const createFeatures = (person: number, picture = 0): Float32Array => {
  const ofPerson = createGauss(person)
  const ofPicture = createGauss(person * 1_000 + picture + 500_000)
  return Float32Array.from(
    { length: 128 },
    () => BETWEEN_PEOPLE * ofPerson() + BETWEEN_PICTURES * ofPicture(),
  )
}

export const distanceBetween = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0))
