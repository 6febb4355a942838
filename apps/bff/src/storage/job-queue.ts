import { createHash } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'
import { fromKysely, PgBoss, type QueueOptions } from 'pg-boss'
import type { JobData, JobName, JobQueue, JobsRepo } from './job-types.ts'
import { shareConnection } from './share-connection.ts'
import type { Handle } from './tables.ts'

/** A schema of its own beside ours; pg-boss brings it up to date by itself. */
const SCHEMA = 'visavis_jobs'
const STOP_GRACE_MS = 15_000
const MAX_CONNECTIONS = 4
const HOUR_S = 3600
const TEN_MINUTES_S = 600
/** Backstop for jobs that fall due later, and for a lost notification; new ones wake the workers at once. */
const POLL_S = 5
/** How often jobs of dead processes are looked for. */
const SUPERVISE_S = 10
const NO_JOB = '00000000-0000-0000-0000-000000000000'

/** A job that runs longer than `expireInSeconds`, or whose process died, is given out again, `retryLimit` times. */
const QUEUES = {
  'deliver-webhook': {
    expireInSeconds: 20,
    retryLimit: 10,
    retryDelay: 10,
    deleteAfterSeconds: TEN_MINUTES_S,
  },
  // What fails is looked at again by the row's own clock.
  'follow-vendor': { expireInSeconds: 60, retryLimit: 0, deleteAfterSeconds: TEN_MINUTES_S },
  'erase-vendor-face': { expireInSeconds: 60, retryLimit: 0, deleteAfterSeconds: TEN_MINUTES_S },
  'expire-attempts': { expireInSeconds: 300, retryLimit: 0, deleteAfterSeconds: HOUR_S },
  retention: { expireInSeconds: 6 * HOUR_S, retryLimit: 3, retryDelay: 600, deleteAfterSeconds: 24 * HOUR_S },
  // A turn is under a minute; what is left over is looked for every hour.
  retemplate: { expireInSeconds: 120, retryLimit: 5, retryDelay: 60, deleteAfterSeconds: HOUR_S },
  reseal: { expireInSeconds: 120, retryLimit: 5, retryDelay: 60, deleteAfterSeconds: HOUR_S },
  purge: { expireInSeconds: HOUR_S, retryLimit: 3, retryDelay: 60, deleteAfterSeconds: HOUR_S },
  recover: { expireInSeconds: 300, retryLimit: 0, deleteAfterSeconds: HOUR_S },
} satisfies Record<JobName, QueueOptions>

export type JobStore = { kind: 'pglite'; pglite: PGlite } | { kind: 'postgres'; url: string }

export interface OpenJobQueue {
  queue: JobQueue
  /** Orders jobs through the given connection or transaction. */
  repo(db: Handle): JobsRepo
}

/**
 * Jobs of a group share so many lanes, and a process works on one job of a lane at a time. pg-boss counts a limit above
 * one either across processes, where workers that look at the same moment overrun it, or among workers it starts
 * together, which cannot be woken one by one.
 */
const LANES = 4

const toLane = (group: string, key: string): string =>
  `${group}/${createHash('sha256').update(key).digest().readUInt8() % LANES}`

/**
 * pg-boss on the database that holds everything else: inside this process on PGlite, on connections of its own on
 * PostgreSQL. Processes that start together wait for one another while it installs its tables.
 */
export const openJobQueue = async (store: JobStore): Promise<OpenJobQueue> => {
  const boss = new PgBoss({
    schema: SCHEMA,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_S,
    monitorIntervalSeconds: SUPERVISE_S,
    ...(store.kind === 'pglite'
      ? { db: shareConnection(store.pglite), backend: 'pglite' as const }
      : { connectionString: store.url, max: MAX_CONNECTIONS, application_name: 'visavis jobs' }),
  })
  const listeners: ((failure: Error) => void)[] = []
  // Without a listener the event would end the process.
  boss.on('error', (failure) => {
    for (const listener of listeners) listener(failure)
  })
  try {
    await boss.start()
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, { ...options, policy: 'short', notify: true })
      // pg-boss looks a queue up once and keeps it. Inside a transaction of ours that look-up would wait for the
      // only connection of PGlite, which the transaction holds.
      await boss.findJobs(name, { id: NO_JOB })
    }
  } catch (cause) {
    await boss.stop({ graceful: false })
    throw cause
  }

  return {
    repo: (db) => ({
      enqueue: async (name, jobs) => {
        if (jobs.length === 0) return
        const rows = jobs.map(({ data, key, group, startAfter }) => ({
          data,
          singletonKey: key,
          ...(group ? { group: { id: toLane(group, key) } } : {}),
          ...(startAfter ? { startAfter } : {}),
        }))
        await boss.insert(name, rows, { db: fromKysely(db.withoutPlugins()) })
      },
    }),
    queue: toQueue(boss, listeners),
  }
}

const toQueue = (boss: PgBoss, listeners: ((failure: Error) => void)[]): JobQueue => ({
  work: async (name, { concurrency }, handle) => {
    const options = {
      notifyPollingIntervalSeconds: POLL_S,
      pollingIntervalSeconds: POLL_S,
      localGroupConcurrency: 1,
    }
    for (let count = 0; count < concurrency; count += 1) {
      const worker: { id?: string } = {}
      worker.id = await boss.work<JobData[typeof name]>(name, options, async (jobs) => {
        // A worker that had a job looks for the next one at once instead of going to sleep.
        if (worker.id) boss.notifyWorker(worker.id)
        for (const job of jobs) await handle(job.data, job.signal)
      })
    }
  },
  schedule: (name, cron) => boss.schedule(name, cron, {}, { tz: 'UTC' }),
  depths: async () => {
    const queues = await boss.getQueues(Object.keys(QUEUES))
    return queues.map(({ name, readyCount, activeCount }) => ({
      name,
      ready: readyCount,
      active: activeCount,
    }))
  },
  onError: (listener) => {
    listeners.push(listener)
  },
  stop: () => boss.stop({ graceful: true, timeout: STOP_GRACE_MS }),
})
