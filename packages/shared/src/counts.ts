/** How many each key has just now; one without any is forgotten. */
export interface Counts {
  of(key: string): number
  add(key: string, change: number): void
}

export const createCounts = (): Counts => {
  const counts = new Map<string, number>()
  const of = (key: string): number => counts.get(key) ?? 0
  return {
    of,
    add: (key, change) => {
      const now = of(key) + change
      if (now > 0) counts.set(key, now)
      else counts.delete(key)
    },
  }
}
