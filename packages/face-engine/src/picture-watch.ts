/** Two shared numbers between the pool and a worker, each 0 until it is so. */
export type JobFlags = Int32Array<SharedArrayBuffer>

const CANCELLED = 0
const BEGUN = 1

export const createJobFlags = (): JobFlags =>
  new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
/** Nobody waits for the answer any more. */
export const cancelJob = (flags: JobFlags): void => void Atomics.store(flags, CANCELLED, 1)
export const isCancelled = (flags: JobFlags): boolean => Atomics.load(flags, CANCELLED) !== 0
/** The worker has its models and looks at the picture from now on. */
export const beginJob = (flags: JobFlags): void => void Atomics.store(flags, BEGUN, 1)
const hasBegun = (flags: JobFlags): boolean => Atomics.load(flags, BEGUN) !== 0

/** How often a picture under way is looked after. */
const WATCH_INTERVAL_MS = 100

/** A picture that needs no processor but does not end either, or that other programs leave no processor for. */
const WAITING_FACTOR = 3

const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Calls `onOver` once when a picture has had more than `deadlineMs` of processor time since the worker began with it.
 * What a single thread has used is not to be had while native code runs on threads of its own; a picture has never
 * used more than the process has, nor more than the time that went by, so it is over when both are. A machine that is
 * busy with other things thus costs nobody their picture, up to three times the deadline.
 * @returns what ends the watch
 */
export const watchPicture = (flags: JobFlags, deadlineMs: number, onOver: () => void): (() => void) => {
  let begun: { at: number; processorMs: number } | undefined
  const look = (): void => {
    if (!begun) {
      if (hasBegun(flags)) begun = { at: performance.now(), processorMs: processorMs() }
      return
    }
    const passedMs = performance.now() - begun.at
    const isOver = passedMs >= deadlineMs && processorMs() - begun.processorMs >= deadlineMs
    if (!isOver && passedMs < deadlineMs * WAITING_FACTOR) return
    clearInterval(timer)
    onOver()
  }
  const timer = setInterval(look, Math.min(WATCH_INTERVAL_MS, deadlineMs / 4))
  return () => clearInterval(timer)
}
