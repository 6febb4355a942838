/** Error rates of one-to-one comparison in the terms of ISO/IEC 19795-1 and, by groups, 19795-10. Pure. */

export interface Sample {
  /** Whose it is. */
  person: string
  /** Demographic group and sex as the set's authors label them; empty where they do not. */
  group: string
  sex: string
  values: Float32Array
}

interface Person {
  group: string
  sex: string
  samples: number
}

export interface Trial {
  /** Indices into `people`, `a` ≤ `b`; equal in a mated trial. */
  a: number
  b: number
  distance: number
}

export interface Trials {
  people: readonly Person[]
  mated: readonly Trial[]
  nonMated: readonly Trial[]
}

export interface Rate {
  value: number
  errors: number
  trials: number
  /** 95 % interval. */
  low: number
  high: number
}

const BOOTSTRAP_ROUNDS = 1000
const CONFIDENCE = 0.95

const distanceOf = (a: Float32Array, b: Float32Array): number => {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2
  return Math.sqrt(sum)
}

/** Compares every sample with every other once: those of one person are mated, those of two are zero-effort impostors. */
export const compareAll = (samples: readonly Sample[]): Trials => {
  const numbers = new Map<string, number>()
  const people: Person[] = []
  for (const { person, group, sex } of samples) {
    const known = numbers.get(person)
    const entry = known === undefined ? undefined : people[known]
    if (entry) entry.samples += 1
    else numbers.set(person, people.push({ group, sex, samples: 1 }) - 1)
  }
  const mated: Trial[] = []
  const nonMated: Trial[] = []
  for (const [index, one] of samples.entries()) {
    for (const other of samples.slice(index + 1)) {
      const [first = 0, second = 0] = [numbers.get(one.person), numbers.get(other.person)]
      const distance = distanceOf(one.values, other.values)
      const trial = { a: Math.min(first, second), b: Math.max(first, second), distance }
      if (first === second) mated.push(trial)
      else nonMated.push(trial)
    }
  }
  return { people, mated, nonMated }
}

/** Trials within one group: both people of it and, where the set tells, of one sex, the impostor most often mistaken. */
export const withinGroup = ({ people, mated, nonMated }: Trials, group: string): Trials => {
  const isIn = ({ a, b }: Trial) =>
    people[a]?.group === group && people[b]?.group === group && people[a]?.sex === people[b]?.sex
  return { people, mated: mated.filter(isIn), nonMated: nonMated.filter(isIn) }
}

/** A repeatable stream of numbers in [0, 1): the same trials give the same interval. After T. Ettinger, mulberry32. */
const createRandom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How often each of `count` people is drawn in as many draws with replacement. */
const drawPeople = (count: number, random: () => number): Uint32Array => {
  const drawn = new Uint32Array(count)
  for (let draw = 0; draw < count; draw += 1) {
    const person = Math.floor(random() * count)
    drawn[person] = (drawn[person] ?? 0) + 1
  }
  return drawn
}

interface Cell {
  a: number
  b: number
  trials: number
  errors: number
}

/** Trials and errors of each pair of people, so that a bootstrap round costs no more than there are pairs. */
const countCells = (trials: readonly Trial[], isError: (trial: Trial) => boolean): Cell[] => {
  const cells = new Map<string, Cell>()
  for (const trial of trials) {
    const key = `${trial.a},${trial.b}`
    const cell = cells.get(key) ?? { a: trial.a, b: trial.b, trials: 0, errors: 0 }
    cell.trials += 1
    if (isError(trial)) cell.errors += 1
    cells.set(key, cell)
  }
  return [...cells.values()]
}

/** Upper bound of a rate of which no case was seen in so many trials, were these independent: the «rule of three». */
const boundOfNone = (trials: number): number => 1 - (1 - CONFIDENCE) ** (1 / trials)

/**
 * A rate with its 95 % interval by bootstrap over people: trials of one person hang together, so that people are
 * drawn, not trials. A pair of people counts as often as both were drawn; a person with themselves never.
 */
const rateOf = (trials: readonly Trial[], people: number, isError: (trial: Trial) => boolean): Rate => {
  const errors = trials.filter(isError).length
  const rate = { value: errors / trials.length, errors, trials: trials.length }
  if (trials.length === 0) return { ...rate, value: Number.NaN, low: Number.NaN, high: Number.NaN }
  if (errors === 0) return { ...rate, low: 0, high: boundOfNone(trials.length) }
  const cells = countCells(trials, isError)
  const random = createRandom(1)
  const values: number[] = []
  for (let round = 0; round < BOOTSTRAP_ROUNDS; round += 1) {
    const drawn = drawPeople(people, random)
    let [drawnTrials, drawnErrors] = [0, 0]
    for (const cell of cells) {
      const weight = cell.a === cell.b ? (drawn[cell.a] ?? 0) : (drawn[cell.a] ?? 0) * (drawn[cell.b] ?? 0)
      drawnTrials += weight * cell.trials
      drawnErrors += weight * cell.errors
    }
    if (drawnTrials > 0) values.push(drawnErrors / drawnTrials)
  }
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0
  return { ...rate, low: at((1 - CONFIDENCE) / 2), high: at((1 + CONFIDENCE) / 2) }
}

/** False match rate: the share of non-mated trials no farther than the threshold. */
export const falseMatchRate = ({ people, nonMated }: Trials, threshold: number): Rate =>
  rateOf(nonMated, people.length, ({ distance }) => distance <= threshold)

/** False non-match rate: the share of mated trials farther than the threshold. */
export const falseNonMatchRate = ({ people, mated }: Trials, threshold: number): Rate =>
  rateOf(mated, people.length, ({ distance }) => !(distance <= threshold))

export interface DetPoint {
  threshold: number
  falseMatchRate: number
  falseNonMatchRate: number
}

const sortedDistances = (trials: readonly Trial[]): Float64Array =>
  Float64Array.from(trials, ({ distance }) => distance).toSorted()

/** How many of the sorted values are at most `limit`. */
const countUpTo = (sorted: Float64Array, limit: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The detection error trade-off: both rates at each distance at which one of them changes, by rising threshold. */
export const traceDet = ({ mated, nonMated }: Trials): DetPoint[] => {
  const [near, far] = [sortedDistances(mated), sortedDistances(nonMated)]
  const thresholds = [...new Set([...near, ...far])].sort((a, b) => a - b)
  return thresholds.map((threshold) => ({
    threshold,
    falseMatchRate: countUpTo(far, threshold) / far.length,
    falseNonMatchRate: 1 - countUpTo(near, threshold) / near.length,
  }))
}

/** Where both rates are nearest to equal: their mean. NaN without trials. */
export const equalErrorRate = (curve: readonly DetPoint[]): number => {
  let best = { gap: Number.POSITIVE_INFINITY, value: Number.NaN }
  for (const { falseMatchRate: fmr, falseNonMatchRate: fnmr } of curve) {
    const gap = Math.abs(fmr - fnmr)
    if (gap < best.gap) best = { gap, value: (fmr + fnmr) / 2 }
  }
  return best.value
}

/** The largest threshold of the curve whose FMR is no higher; null when even the nearest pair is a false match too many. */
export const pointAtFmr = (curve: readonly DetPoint[], limit: number): DetPoint | null =>
  curve.findLast(({ falseMatchRate: fmr }) => fmr <= limit) ?? null
