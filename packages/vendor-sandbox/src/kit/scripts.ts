/** Any key without a script of its own. */
export const ANYONE = '*'

/** Outcomes laid down before they are asked for, by applicant, session or whatever a vendor names things by. */
export interface Scripts<Verdict> {
  /** One after another; the last one stays. `key` may be `ANYONE`. An empty list takes them back. */
  set(key: string, ...verdicts: readonly Verdict[]): void
  /** The next one for the first of these keys that has any, then of `ANYONE`. */
  take(...keys: readonly (string | null | undefined)[]): Verdict | undefined
  clear(): void
}

export const createScripts = <Verdict>(): Scripts<Verdict> => {
  const byKey = new Map<string, Verdict[]>()
  return {
    set: (key, ...verdicts) => {
      if (verdicts.length === 0) byKey.delete(key)
      else byKey.set(key, [...verdicts])
    },
    take: (...keys) => {
      for (const key of [...keys, ANYONE]) {
        const queue = byKey.get(key ?? '')
        if (queue) return queue.length > 1 ? queue.shift() : queue[0]
      }
      return undefined
    },
    clear: () => byKey.clear(),
  }
}
