import { setTimeout } from 'node:timers/promises'

/** Nobody has asked for so long: who asks in turn, one request after the other, has gone. */
const QUIET_MS = 10
/**
 * Work in steps goes on after so long at most, however many others there are: somebody who asks one request after the other
 * has a step before one of some dozens.
 */
const MOST_MS = 80

export interface Traffic {
  /** Somebody uses the database. */
  note(): void
  /** Waits until nobody has used it for a moment, and not much longer. */
  giveWay(): Promise<void>
}

/**
 * PGlite works on the thread that serves requests: a long work's step beside each request of others would make each of
 * them wait for one. Who works in steps gives way between two.
 */
export const watchTraffic = (): Traffic => {
  let uses = 0
  return {
    note: () => {
      uses += 1
    },
    giveWay: async () => {
      for (const start = performance.now(); performance.now() - start < MOST_MS; ) {
        const before = uses
        await setTimeout(QUIET_MS)
        if (uses === before) return
      }
    },
  }
}
