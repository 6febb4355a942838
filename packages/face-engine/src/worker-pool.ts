import { Piscina } from 'piscina'
import type { Analysis } from './analyse-picture.ts'
import type { EngineAnswer, EngineJob } from './engine-worker.ts'
import { FaceEngineError } from './face-engine-error.ts'
import { createPictureQueue, type QueuePlace } from './picture-queue.ts'
import { cancelJob, createJobFlags, type JobFlags, watchPicture } from './picture-watch.ts'
import { createStageClock } from './stage-clock.ts'

export interface WorkerPoolOptions {
  workers: number
  /** Module the workers run; it exports `runJob`. */
  workerFile: URL
  /** What the module is told when a thread starts. */
  workerData?: unknown
  /** Processor time a picture may take. */
  deadlineMs?: number
  /** Pictures of people, and as many of servers, that may wait for each worker. */
  waitingPerWorker?: number
}

export interface WorkerPool {
  /**
   * On abort rejects with the signal's reason at once; a picture no worker has begun is then never looked at.
   * @throws FaceEngineError `busy` at once when there is no room for this tenant
   */
  analyse(image: Uint8Array, place: QueuePlace, signal?: AbortSignal): Promise<Analysis>
  close(): Promise<void>
}

/** A picture is tried again once when the thread dies over it: the thread may have died of something else. */
const MAX_TRIES = 2

/** Ten times what the slowest portrait of 40 megapixels takes. */
const PICTURE_DEADLINE_MS = 5000

/** One tenant fills half of it: 32 pictures a worker, which take about five seconds. */
const WAITING_PER_WORKER = 64

/** What a picture takes until one has been measured, and how much each one counts from then on. */
const FIRST_AVERAGE_MS = 200
const NEWEST_WEIGHT = 0.1

interface Job {
  image: Uint8Array
  flags: JobFlags
  resolve: (analysis: Analysis) => void
  reject: (cause: unknown) => void
}

/** The picture was too much work: what it would have shown is not known. */
const toTooCostly = (): Analysis => ({
  result: { outcome: 'image_refused', reason: 'image_too_costly' },
  stages: createStageClock().times,
})

/** Starts the workers and waits until each has its models in memory and has run them once. */
export const createWorkerPool = async ({
  workers,
  workerFile,
  workerData,
  deadlineMs = PICTURE_DEADLINE_MS,
  waitingPerWorker = WAITING_PER_WORKER,
}: WorkerPoolOptions): Promise<WorkerPool> => {
  const pool = new Piscina<EngineJob, EngineAnswer>({
    filename: workerFile.href,
    workerData,
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
  const queue = createPictureQueue<Job>(workers * waitingPerWorker)
  let running = 0
  let averageMs = FIRST_AVERAGE_MS
  let isClosed = false

  const runTry = (image: Uint8Array | null, flags: JobFlags, signal?: AbortSignal): Promise<EngineAnswer> => {
    // A copy of its own to transfer: the caller's bytes may be a view of something much larger. Not `slice`: that of a
    // `Buffer` copies nothing.
    const copy = image === null ? null : new Uint8Array(image)
    return pool.run(
      { image: copy, flags },
      { ...(copy === null ? {} : { transferList: [copy.buffer] }), ...(signal ? { signal } : {}) },
    )
  }

  /** One thread at it, which is ended and replaced when it takes too long. `null`: it did. */
  const runWatched = async ({ image, flags }: Job): Promise<EngineAnswer | null> => {
    const tooLong = new AbortController()
    const stopWatching = watchPicture(flags, deadlineMs, () => tooLong.abort())
    try {
      return await runTry(image, flags, tooLong.signal)
    } catch (cause) {
      if (tooLong.signal.aborted) return null
      throw cause
    } finally {
      stopWatching()
    }
  }

  const runTries = async (job: Job): Promise<Analysis> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await runWatched(job)
        if (answer === null) return toTooCostly()
        if (answer.kind === 'analysed') return answer.analysis
        throw new FaceEngineError('failed', { cause: answer.kind === 'failed' ? answer.error : undefined })
      } catch (cause) {
        if (cause instanceof FaceEngineError) throw cause
        if (isClosed) throw new FaceEngineError('closed', { cause })
        if (tries === MAX_TRIES) throw new FaceEngineError('worker_lost', { cause })
      }
    }
  }

  /** No more at a time than there are threads: what waits, waits where its order can still change. */
  const runNext = (): void => {
    if (running >= workers || isClosed) return
    const job = queue.take()
    if (!job) return
    running += 1
    const start = performance.now()
    void runTries(job)
      .then(job.resolve, job.reject)
      .finally(() => {
        running -= 1
        averageMs += (performance.now() - start - averageMs) * NEWEST_WEIGHT
        runNext()
      })
  }

  const warmUp = async (): Promise<void> => {
    const answer = await runTry(null, createJobFlags())
    if (answer.kind === 'failed') throw answer.error
  }
  try {
    await Promise.all(Array.from({ length: workers }, warmUp))
  } catch (cause) {
    await pool.destroy()
    throw new FaceEngineError('unavailable', { cause })
  }

  return {
    analyse: (image, place, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<Analysis>()
      if (isClosed) return Promise.reject(new FaceEngineError('closed'))
      if (signal?.aborted) return Promise.reject(signal.reason)
      const job: Job = { image, flags: createJobFlags(), resolve, reject }
      if (!queue.push(job, place)) {
        const retryAfterS = Math.ceil((queue.size * averageMs) / workers / 1000)
        return Promise.reject(new FaceEngineError('busy', { retryAfterS }))
      }
      const abort = () => {
        queue.remove(job)
        cancelJob(job.flags)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', abort, { once: true })
      runNext()
      return promise.finally(() => signal?.removeEventListener('abort', abort))
    },
    close: async () => {
      if (isClosed) return
      isClosed = true
      for (const job of queue.drain()) job.reject(new FaceEngineError('closed'))
      await pool.destroy()
    },
  }
}
