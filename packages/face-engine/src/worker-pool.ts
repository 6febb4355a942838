import { Piscina } from 'piscina'
import type { Analysis } from './analyse-picture.ts'
import type { EngineAnswer, EngineJob } from './engine-worker.ts'
import { FaceEngineError } from './face-engine-error.ts'

export interface WorkerPoolOptions {
  workers: number
  /** Module the workers run; it exports `runJob`. */
  workerFile: URL
}

export interface WorkerPool {
  /** On abort rejects with the signal's reason at once; a picture no worker has begun is then never looked at. */
  analyse(image: Uint8Array, signal?: AbortSignal): Promise<Analysis>
  close(): Promise<void>
}

/** A picture is tried again once when the thread dies over it: the thread may have died of something else. */
const MAX_TRIES = 2

/** Rejects when the signal fires; `stop` removes the listener. */
const waitForAbort = (signal: AbortSignal) => {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  return { promise, stop: () => signal.removeEventListener('abort', abort) }
}

/** Starts the workers and waits until each has its models in memory and has run them once. */
export const createWorkerPool = async ({ workers, workerFile }: WorkerPoolOptions): Promise<WorkerPool> => {
  const pool = new Piscina<EngineJob, EngineAnswer>({
    filename: workerFile.href,
    name: 'runJob',
    minThreads: workers,
    maxThreads: workers,
    // With atomics an idle worker blocks in Atomics.wait, and a replacement could not load its models meanwhile.
    atomics: 'disabled',
    // A worker of TypeScript source needs the other packages' source too.
    ...(workerFile.pathname.endsWith('.ts') ? { execArgv: ['--conditions=source'] } : {}),
  })
  // Told of idle threads that died. The pool has replaced them already, and there is no job to answer for.
  pool.on('error', () => undefined)
  let isClosed = false

  const runTry = (
    image: Uint8Array | null,
    cancelled: Int32Array<SharedArrayBuffer>,
  ): Promise<EngineAnswer> => {
    // A copy of its own to transfer: the caller's bytes may be a view of something much larger. Not `slice`: that of a
    // `Buffer` copies nothing.
    const copy = image === null ? null : new Uint8Array(image)
    return pool.run({ image: copy, cancelled }, copy === null ? {} : { transferList: [copy.buffer] })
  }

  const runTries = async (image: Uint8Array, cancelled: Int32Array<SharedArrayBuffer>): Promise<Analysis> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await runTry(image, cancelled)
        if (answer.kind === 'analysed') return answer.analysis
        throw new FaceEngineError('failed', { cause: answer.kind === 'failed' ? answer.error : undefined })
      } catch (cause) {
        if (cause instanceof FaceEngineError) throw cause
        if (isClosed) throw new FaceEngineError('closed', { cause })
        if (tries === MAX_TRIES) throw new FaceEngineError('worker_lost', { cause })
      }
    }
  }

  const warmUp = async (): Promise<void> => {
    const answer = await runTry(null, new Int32Array(new SharedArrayBuffer(4)))
    if (answer.kind === 'failed') throw answer.error
  }
  try {
    await Promise.all(Array.from({ length: workers }, warmUp))
  } catch (cause) {
    await pool.destroy()
    throw new FaceEngineError('unavailable', { cause })
  }

  return {
    analyse: async (image, signal) => {
      if (isClosed) throw new FaceEngineError('closed')
      signal?.throwIfAborted()
      const cancelled = new Int32Array(new SharedArrayBuffer(4))
      const analysis = runTries(image, cancelled)
      if (signal === undefined) return analysis
      const abort = waitForAbort(signal)
      try {
        return await Promise.race([analysis, abort.promise])
      } finally {
        abort.stop()
        if (signal.aborted) Atomics.store(cancelled, 0, 1)
      }
    },
    close: async () => {
      if (isClosed) return
      isClosed = true
      await pool.destroy()
    },
  }
}
