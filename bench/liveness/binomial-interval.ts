/** Logarithms of the factorials up to `n`. */
const logFactorials = (n: number): Float64Array => {
  const logs = new Float64Array(n + 1)
  for (let k = 1; k <= n; k += 1) logs[k] = (logs[k - 1] ?? 0) + Math.log(k)
  return logs
}

/** Probability of at most `events` in `trials` when each happens with probability `p`. */
const atMost = (events: number, trials: number, p: number, logs: Float64Array): number => {
  if (p <= 0) return 1
  if (p >= 1) return events >= trials ? 1 : 0
  let sum = 0
  for (let k = 0; k <= events; k += 1) {
    const ways = (logs[trials] ?? 0) - (logs[k] ?? 0) - (logs[trials - k] ?? 0)
    sum += Math.exp(ways + k * Math.log(p) + (trials - k) * Math.log1p(-p))
  }
  return sum
}

/** Where the falling function is `level`. */
const solveFalling = (f: (p: number) => number, level: number): number => {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (f(middle) > level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

export interface Interval {
  low: number
  high: number
}

/**
 * The exact interval of a rate of which `events` were seen in `trials`, which no true rate outside would give with more
 * than 2.5 % to either side. Source: Clopper and Pearson (1934), as ISO/IEC 30107-3 and 19795-1 refer to.
 */
export const binomialInterval = (events: number, trials: number, confidence = 0.95): Interval => {
  if (trials === 0) return { low: 0, high: 1 }
  const tail = (1 - confidence) / 2
  const logs = logFactorials(trials)
  return {
    low: events === 0 ? 0 : solveFalling((p) => atMost(events - 1, trials, p, logs), 1 - tail),
    high: events === trials ? 1 : solveFalling((p) => atMost(events, trials, p, logs), tail),
  }
}
