import { setTimeout } from 'node:timers/promises'
import type { KyselyPglite } from './prepare-pglite.ts'

/** Nobody has asked for so long: who asks in turn, one request after the other, has gone. */
const QUIET_MS = 10
/** Work in steps goes on after so long at most, however many others there are. */
const MOST_MS = 250

export interface WatchedPglite {
  pglite: KyselyPglite
  /** Waits until nobody has used the database for a moment, a quarter of a second at most. */
  giveWay(): Promise<void>
}

/**
 * PGlite works on the thread that serves requests: a long work's step beside each request of others would make each of
 * them wait for one. Who works in steps gives way between two.
 */
export const watchTraffic = (pglite: KyselyPglite): WatchedPglite => {
  let uses = 0
  return {
    pglite: {
      get closed() {
        return pglite.closed
      },
      get ready() {
        return pglite.ready
      },
      get waitReady() {
        return pglite.waitReady
      },
      close: () => pglite.close(),
      query: (text, parameters) => {
        uses += 1
        return pglite.query(text, parameters)
      },
      transaction: (work) => {
        uses += 1
        return pglite.transaction(work)
      },
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
