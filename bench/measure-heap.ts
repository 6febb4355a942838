import type { CDPSession, Page } from '@playwright/test'

/** Bytes, after garbage was collected. */
export interface HeapSizes {
  page: number
  /** With the engine's own memory. */
  worker: number
}

interface HeapUsage {
  usedSize: number
  backingStorageSize: number
}

/** Asks the page's first worker: the protocol reaches it through the page only, one message at a time. */
const reachWorker = async (session: CDPSession) => {
  let last = 0
  const waiting = new Map<number, (result: unknown) => void>()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message)
    waiting.get(id)?.(result)
  })
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId)
    })
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  return async (method: string): Promise<unknown> => {
    last += 1
    const id = last
    const answer = new Promise((resolve) => waiting.set(id, resolve))
    await session.send('Target.sendMessageToTarget', {
      sessionId: await attached,
      message: JSON.stringify({ id, method }),
    })
    return answer
  }
}

/** Makes a meter for the page and the detector's worker; before the page is opened. */
export const createHeapMeter = async (page: Page): Promise<() => Promise<HeapSizes>> => {
  const session = await page.context().newCDPSession(page)
  const askWorker = await reachWorker(session)
  return async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    await askWorker('HeapProfiler.collectGarbage')
    const own = (await askWorker('Runtime.getHeapUsage')) as HeapUsage
    return { page: usedSize, worker: own.usedSize + own.backingStorageSize }
  }
}
