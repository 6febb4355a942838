import { Piscina } from 'piscina'
import type { Analysis } from './analyse-picture.ts'
import type { EngineAnswer, EngineJob } from './engine-worker.ts'
import { FaceEngineError } from './face-engine-error.ts'
import type { FrameRows } from './frame-rows.ts'
import type { ObserveResult } from './liveness/types.ts'
import { createPictureQueue, type QueuePlace } from './picture-queue.ts'
import { cancelJob, createJobFlags, type JobFlags, watchPicture } from './picture-watch.ts'
import { createStageClock } from './stage-clock.ts'
import type { Refused } from './types.ts'

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
  /** As `analyse`, in the same queue. */
  observe(image: Uint8Array, place: QueuePlace, signal?: AbortSignal): Promise<ObserveResult>
  /** Same, of several pictures at once. `null`: none could be read, or it was too much work. */
  filmstrip(rows: FrameRows, place: QueuePlace, signal?: AbortSignal): Promise<Uint8Array | null>
  /** Pictures that no worker has begun. */
  countWaiting(): number
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

/** What a worker answers to a picture. */
type Seen = Extract<EngineAnswer, { kind: 'analysed' | 'observed' | 'filmstrip' }>

interface Job extends Pick<EngineJob, 'task'> {
  image: Uint8Array
  flags: JobFlags
  resolve: (seen: Seen) => void
  reject: (cause: unknown) => void
}

/** The picture was too much work: what it would have shown is not known. */
const toTooCostly = ({ task }: Job): Seen => {
  const result: Refused = { outcome: 'image_refused', reason: 'image_too_costly' }
  if (task === 'observation') return { kind: 'observed', result }
  if (task === 'template') return { kind: 'analysed', analysis: { result, stages: createStageClock().times } }
  return { kind: 'filmstrip', strip: null }
}

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
  const queue = createPictureQueue<Job>({ capacity: workers * waitingPerWorker, threads: workers })
  let running = 0
  let averageMs = FIRST_AVERAGE_MS
  let isClosed = false

  const runTry = (job: EngineJob, signal?: AbortSignal): Promise<EngineAnswer> => {
    // A copy of its own to transfer: the caller's bytes may be a view of something much larger. Not `slice`: that of a
    // `Buffer` copies nothing.
    const copy = job.image === null ? null : new Uint8Array(job.image)
    return pool.run(
      { ...job, image: copy },
      { ...(copy === null ? {} : { transferList: [copy.buffer] }), ...(signal ? { signal } : {}) },
    )
  }

  /** One thread at it, which is ended and replaced when it takes too long. `null`: it did. */
  const runWatched = async ({ image, task, flags }: Job): Promise<EngineAnswer | null> => {
    const tooLong = new AbortController()
    const stopWatching = watchPicture(flags, deadlineMs, () => tooLong.abort())
    try {
      return await runTry({ image, task, flags }, tooLong.signal)
    } catch (cause) {
      if (tooLong.signal.aborted) return null
      throw cause
    } finally {
      stopWatching()
    }
  }

  const runTries = async (job: Job): Promise<Seen> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await runWatched(job)
        if (answer === null) return toTooCostly(job)
        if (answer.kind === 'failed') throw new FaceEngineError('failed', { cause: answer.error })
        if (answer.kind === 'warm' || answer.kind === 'cancelled') throw new FaceEngineError('failed')
        return answer
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
    const taken = queue.take()
    if (!taken) return
    const { job, tenantId } = taken
    running += 1
    const start = performance.now()
    void runTries(job)
      .then(job.resolve, job.reject)
      .finally(() => {
        running -= 1
        queue.release(tenantId)
        averageMs += (performance.now() - start - averageMs) * NEWEST_WEIGHT
        runNext()
      })
    // A tenant that is alone again may have further threads.
    runNext()
  }

  const warmUp = async (): Promise<void> => {
    const answer = await runTry({ image: null, task: 'template', flags: createJobFlags() })
    if (answer.kind === 'failed') throw answer.error
  }
  try {
    await Promise.all(Array.from({ length: workers }, warmUp))
  } catch (cause) {
    await pool.destroy()
    throw new FaceEngineError('unavailable', { cause })
  }

  type Asked = Pick<Job, 'image' | 'task'>
  const enqueue = (asked: Asked, place: QueuePlace, signal?: AbortSignal): Promise<Seen> => {
    const { promise, resolve, reject } = Promise.withResolvers<Seen>()
    if (isClosed) return Promise.reject(new FaceEngineError('closed'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    const job: Job = { ...asked, flags: createJobFlags(), resolve, reject }
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
  }

  return {
    analyse: async (image, place, signal) => {
      const seen = await enqueue({ image, task: 'template' }, place, signal)
      if (seen.kind !== 'analysed') throw new FaceEngineError('failed')
      return seen.analysis
    },
    observe: async (image, place, signal) => {
      const seen = await enqueue({ image, task: 'observation' }, place, signal)
      if (seen.kind !== 'observed') throw new FaceEngineError('failed')
      return seen.result
    },
    filmstrip: async ({ bytes, lengths }, place, signal) => {
      const seen = await enqueue({ image: bytes, task: { filmstrip: lengths } }, place, signal)
      if (seen.kind !== 'filmstrip') throw new FaceEngineError('failed')
      return seen.strip
    },
    countWaiting: () => queue.size,
    close: async () => {
      if (isClosed) return
      isClosed = true
      for (const job of queue.drain()) job.reject(new FaceEngineError('closed'))
      await pool.destroy()
    },
  }
}
