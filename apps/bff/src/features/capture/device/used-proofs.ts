/** About 10 MB: 80 proofs a second for as long as they are remembered. */
const MAX_REMEMBERED = 50_000

/** Which proofs this process has seen, each for as long as it would be good again. */
export const createUsedProofs = (lifetimeMs: number, max = MAX_REMEMBERED) => {
  // In the order in which they came, so the first ones are over first.
  const seen = new Map<string, number>()
  return {
    /** @returns `false` for one that was used before */
    use: (id: string, nowMs: number): boolean => {
      for (const [old, until] of seen) {
        if (until > nowMs && seen.size < max) break
        seen.delete(old)
      }
      if (seen.has(id)) return false
      seen.set(id, nowMs + lifetimeMs)
      return true
    },
  }
}
