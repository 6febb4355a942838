import { createSeededGauss } from '../apps/bff/src/storage/testing/seeded-gauss.ts'

/** How the templates of a model lie. */
export interface TemplateShape {
  dimensions: number
  /** Mean distances of two people, and of two pictures of one. */
  betweenPeople: number
  betweenPictures: number
  /**
   * How fast the directions in which people differ lose weight. 20 makes them as many as 40 equal ones; fewer are easier
   * to search.
   */
  decay: number
  /** People of one sex and origin lie nearer to one another: so many clusters, at such a cosine. */
  clusters: { count: number; cosine: number }
  /** Brought to length 1, as a model does whose templates are compared by their angle. */
  isNormalised: boolean
}

/**
 * 128: the dlib network's on labelled portraits; the spread of their distances tells of 27 to 80 directions. 192:
 * MobileFaceNet's: the distances that its false match rates lie at (1e-2 at 1.12, 1e-4 at 0.90) tell of about 40
 * directions. The clusters are four groups and two sexes.
 */
export const TEMPLATE_SHAPES: readonly TemplateShape[] = [
  {
    dimensions: 128,
    betweenPeople: 0.85,
    betweenPictures: 0.39,
    decay: 20,
    clusters: { count: 1, cosine: 0 },
    isNormalised: false,
  },
  {
    dimensions: 192,
    betweenPeople: Math.SQRT2,
    betweenPictures: 0.75,
    decay: 20,
    clusters: { count: 8, cosine: 0.08 },
    isNormalised: true,
  },
]

const REFLECTIONS = 8

export interface SyntheticFaces {
  /** `count` templates, two a person, one after another. */
  templates: Float32Array
  dimensions: number
  /** A new picture of a person who is in it, or of one who is not. */
  createReturning(): Float32Array
  createStranger(): Float32Array
}

/** Templates that lie about as those of real people do; the same for the same seed. */
export const createSyntheticFaces = (count: number, shape: TemplateShape, seed = 1): SyntheticFaces => {
  const { dimensions, betweenPeople, betweenPictures, decay, clusters } = shape
  const gauss = createSeededGauss(seed)
  // Two pictures at this distance once they have length 1, if they are brought to it.
  const same = shape.isNormalised ? 1 - betweenPictures ** 2 / 2 : 1
  const noise = betweenPictures / Math.sqrt(2 * dimensions * same)
  const weights = Array.from({ length: dimensions }, (_, index) => Math.exp(-index / decay))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const variance = shape.isNormalised ? 1 : (betweenPeople ** 2 - betweenPictures ** 2) / 2
  const deviations = weights.map((weight) => Math.sqrt((weight / sum) * variance))
  const rotate = createRotation(dimensions, gauss)

  const draw = () => rotate(Float64Array.from(deviations, (deviation) => deviation * gauss()))
  const centres = Array.from({ length: clusters.count }, () => toUnit(draw()))
  let drawn = 0
  const createPerson = (): Float64Array => {
    const person = draw()
    drawn += 1
    const centre = centres[drawn % clusters.count]
    if (!centre || clusters.cosine === 0) return person
    const [near, own] = [Math.sqrt(clusters.cosine), Math.sqrt(1 - clusters.cosine)]
    return person.map((value, index) => near * (centre[index] ?? 0) + own * value)
  }
  const toPicture = (person: Float64Array): Float32Array => {
    const picture = person.map((value) => value + noise * gauss())
    return Float32Array.from(shape.isNormalised ? toUnit(picture) : picture)
  }

  const people = Array.from({ length: Math.ceil(count / 2) }, createPerson)
  const templates = new Float32Array(count * dimensions)
  for (let index = 0; index < count; index += 1) {
    templates.set(toPicture(people[index >> 1] ?? createPerson()), index * dimensions)
  }
  let next = 0
  return {
    templates,
    dimensions,
    createReturning: () => {
      // A stride that is prime to any size of interest visits people all over.
      next = (next + 7_919) % people.length
      return toPicture(people[next] ?? createPerson())
    },
    createStranger: () => toPicture(createPerson()),
  }
}

const toUnit = (vector: Float64Array): Float64Array => {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0))
  return vector.map((value) => value / norm)
}

/** Mixes all numbers, keeping distances: a product of Householder reflections. */
const createRotation = (dimensions: number, gauss: () => number) => {
  const mirrors = Array.from({ length: REFLECTIONS }, () =>
    toUnit(Float64Array.from({ length: dimensions }, gauss)),
  )
  return (vector: Float64Array): Float64Array => {
    for (const mirror of mirrors) {
      let along = 0
      for (let index = 0; index < dimensions; index += 1) along += (vector[index] ?? 0) * (mirror[index] ?? 0)
      for (let index = 0; index < dimensions; index += 1) {
        vector[index] = (vector[index] ?? 0) - 2 * along * (mirror[index] ?? 0)
      }
    }
    return vector
  }
}

/** Index of the nearest template: the bare scan of everything, without any database. */
export const scanNearest = (
  { templates, dimensions }: Pick<SyntheticFaces, 'templates' | 'dimensions'>,
  probe: Float32Array,
): number => {
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < templates.length; start += dimensions) {
    let sum = 0
    for (let offset = 0; offset < dimensions; offset += 1) {
      const difference = (templates[start + offset] ?? 0) - (probe[offset] ?? 0)
      sum += difference * difference
    }
    if (sum < least) {
      least = sum
      nearest = start / dimensions
    }
  }
  return nearest
}

export const templateAt = (
  { templates, dimensions }: Pick<SyntheticFaces, 'templates' | 'dimensions'>,
  index: number,
): Float32Array => templates.subarray(index * dimensions, (index + 1) * dimensions)
