/** Requests that are begun before the event loop looks at its sockets again: some milliseconds of work. */
const AT_ONCE = 4

type Run<T> = () => Promise<T>

/**
 * Begins the requests that came in one moment some at a time, and in turn by whose they are: a thousand of one key are
 * a thousand times the work of finding out that there is no room for them, and whoever comes with one must not wait for
 * all of it. Nobody waits while there are fewer than that.
 */
export const createTurns = <T>(atOnce = AT_ONCE): ((key: string, run: Run<T>) => Promise<T>) => {
  /** The key that is next stands first. */
  const waiting = new Map<string, (() => void)[]>()
  let left = atOnce
  let isScheduled = false

  const beginNext = (): void => {
    const [first] = waiting
    if (!first) return
    const [key, own] = first
    const begin = own.shift()
    waiting.delete(key)
    if (own.length > 0) waiting.set(key, own)
    begin?.()
  }
  const refill = (): void => {
    isScheduled = false
    left = atOnce
    for (; left > 0 && waiting.size > 0; left -= 1) beginNext()
    if (left < atOnce) schedule()
  }
  const schedule = (): void => {
    if (!isScheduled) setImmediate(refill)
    isScheduled = true
  }

  return (key, run) => {
    schedule()
    if (left > 0) {
      left -= 1
      return run()
    }
    return new Promise((resolve, reject) => {
      const own = waiting.get(key) ?? []
      own.push(() => run().then(resolve, reject))
      waiting.set(key, own)
    })
  }
}
