import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'

const PATIENCE_MS = 120_000
const POLLING_MS = 100

export interface SlowedPage {
  /** What the expression is in the page. By the protocol itself: Playwright's own helpers are a long task there. */
  read: <T>(expression: string) => Promise<T>
  until: (expression: string) => Promise<void>
  /** Seconds its thread has been busy so far. */
  busy: () => Promise<number>
}

/** The page's own thread runs so many times slower; workers do not. */
export const slowDown = async (page: Page, rate: number): Promise<SlowedPage> => {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await session.send('Performance.enable')
  const read = async <T>(expression: string): Promise<T> => {
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true })
    return result.value as T
  }
  return {
    read,
    until: async (expression) => {
      const patience = AbortSignal.timeout(PATIENCE_MS)
      while ((await read(expression)) !== true) {
        if (patience.aborted) throw new Error(`in vain: ${expression}`)
        await setTimeout(POLLING_MS)
      }
    },
    busy: async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
    },
  }
}

/** Busy share of the page's thread while the frames come. */
export const watchBusy = async (slowed: SlowedPage, wait: () => Promise<void>): Promise<number> => {
  const [before, from] = [await slowed.busy(), performance.now()]
  await wait()
  return ((await slowed.busy()) - before) / ((performance.now() - from) / 1000)
}
