import { createSeededGauss } from '../apps/bff/src/storage/testing/seeded-gauss.ts'

const LENGTH = 128
/**
 * Mean distances of the embedded model's templates on labelled portraits: two people 0.85, two pictures of one 0.39.
 */
const BETWEEN_PEOPLE = 0.85
const BETWEEN_PICTURES = 0.39
/**
 * How fast the directions in which people differ lose weight. 20 makes them as many as 40 equal ones. On portraits the
 * spread of the distances tells of 27 to 80; fewer are easier to search.
 */
const DECAY = 20
const REFLECTIONS = 8

export interface SyntheticFaces {
  /** `count` templates, two a person, one after another. */
  templates: Float32Array
  /** A new picture of a person who is in it, or of one who is not. */
  createReturning(): Float32Array
  createStranger(): Float32Array
}

/** Templates that lie about as those of real people do; the same for the same seed. */
export const createSyntheticFaces = (count: number, seed = 1): SyntheticFaces => {
  const gauss = createSeededGauss(seed)
  const noise = BETWEEN_PICTURES / Math.sqrt(2 * LENGTH)
  const weights = Array.from({ length: LENGTH }, (_, index) => Math.exp(-index / DECAY))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const variance = (BETWEEN_PEOPLE ** 2 - BETWEEN_PICTURES ** 2) / 2
  const deviations = weights.map((weight) => Math.sqrt((weight / sum) * variance))
  const rotate = createRotation(gauss)

  const createPerson = () => rotate(Float64Array.from(deviations, (deviation) => deviation * gauss()))
  const toPicture = (person: Float64Array) => Float32Array.from(person, (value) => value + noise * gauss())

  const people = Array.from({ length: Math.ceil(count / 2) }, createPerson)
  const templates = new Float32Array(count * LENGTH)
  for (let index = 0; index < count; index += 1) {
    templates.set(toPicture(people[index >> 1] ?? createPerson()), index * LENGTH)
  }
  let next = 0
  return {
    templates,
    createReturning: () => {
      // A stride that is prime to any size of interest visits people all over.
      next = (next + 7_919) % people.length
      return toPicture(people[next] ?? createPerson())
    },
    createStranger: () => toPicture(createPerson()),
  }
}

/** Mixes all numbers, keeping distances: a product of Householder reflections. */
const createRotation = (gauss: () => number) => {
  const mirrors = Array.from({ length: REFLECTIONS }, () => {
    const normal = Float64Array.from({ length: LENGTH }, gauss)
    const norm = Math.sqrt(normal.reduce((sum, value) => sum + value ** 2, 0))
    return normal.map((value) => value / norm)
  })
  return (vector: Float64Array): Float64Array =>
    mirrors.reduce((turned, mirror) => {
      const along = turned.reduce((sum, value, index) => sum + value * (mirror[index] ?? 0), 0)
      return turned.map((value, index) => value - 2 * along * (mirror[index] ?? 0))
    }, vector)
}

/** Index of the nearest template: the bare scan of everything, without any database. */
export const scanNearest = (templates: Float32Array, probe: Float32Array): number => {
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < templates.length; start += LENGTH) {
    let sum = 0
    for (let offset = 0; offset < LENGTH; offset += 1) {
      const difference = (templates[start + offset] ?? 0) - (probe[offset] ?? 0)
      sum += difference * difference
    }
    if (sum < least) {
      least = sum
      nearest = start / LENGTH
    }
  }
  return nearest
}

export const templateAt = (templates: Float32Array, index: number): Float32Array =>
  templates.subarray(index * LENGTH, (index + 1) * LENGTH)
