import type { Trials } from './error-rates.ts'

export interface ChosenLevel {
  level: number
  distance: number
  /** Promised over all pairs. */
  falseMatchRate: number
  /** Non-mated trials no farther, of how many. */
  observed: number
  trials: number
  /** Whether it was read off the trials, or taken from the normal distribution of similarities. */
  isExtrapolated: boolean
}

/** A rate is read off the trials when so many of them are false matches; below, chance decides where it lies. */
const MIN_FALSE_MATCHES = 10

/** Inverse of the normal distribution function, P. J. Acklam's rational approximation: within 1.2e-9. */
export const normalQuantile = (p: number): number => {
  if (p > 0.5) return -normalQuantile(1 - p)
  const low = 0.02425
  if (p < low) {
    const q = Math.sqrt(-2 * Math.log(p))
    const top =
      ((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
      2.938163982698783
    const bottom =
      (((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
      1
    return top / bottom
  }
  const q = p - 0.5
  const r = q * q
  const top =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return (top * q) / bottom
}

/** Of templates of length 1: distance d, similarity 1 − d²/2. */
const toSimilarity = (distance: number): number => 1 - distance ** 2 / 2
const toDistance = (similarity: number): number => Math.sqrt(2 - 2 * similarity)

/**
 * The distance at which so many pairs of different people match. Read off the trials where these hold enough false
 * matches; beyond, similarities of different people are taken to be normally distributed, as they are as far as can
 * be counted.
 */
export const chooseLevel = ({ nonMated }: Trials, level: number, falseMatchRate: number): ChosenLevel => {
  const similarities = Float64Array.from(nonMated, ({ distance }) => toSimilarity(distance)).toSorted()
  const trials = similarities.length
  const wanted = Math.floor(falseMatchRate * trials)
  const isExtrapolated = wanted < MIN_FALSE_MATCHES
  const mean = similarities.reduce((sum, value) => sum + value, 0) / trials
  const deviation = Math.sqrt(similarities.reduce((sum, value) => sum + (value - mean) ** 2, 0) / trials)
  const similarity = isExtrapolated
    ? mean - normalQuantile(falseMatchRate) * deviation
    : (similarities[trials - wanted] ?? 1)
  // Down to a thousandth: what is written is never looser than what was computed.
  const distance = Math.floor(1000 * toDistance(similarity)) / 1000
  const observed = nonMated.filter((trial) => trial.distance <= distance).length
  return { level, distance, falseMatchRate, observed, trials, isExtrapolated }
}
