/** Everything that is done outside a request. */
export interface JobData {
  /** One turn of one delivery. */
  'deliver-webhook': { tenantId: string; deliveryId: string; turn: number }
  /** Applies what time has done to attempts nobody reads. */
  'expire-attempts': Record<string, never>
  /** Deletes what has been kept long enough. */
  retention: Record<string, never>
  /** Asks a vendor how a capture stands, fetches its pictures or has them erased: whatever is due. */
  'follow-vendor': { tenantId: string; attemptId: string }
  /** Has a vendor delete a face that is gone here. */
  'erase-vendor-face': { tenantId: string; faceId: string }
  /** Has the present recognition model look at what another one did, from there on. */
  retemplate: { face?: number; entry?: string }
  /** Seals by the newest data key what another one sealed. */
  reseal: Record<string, never>
  /** Takes what was erased out of the database's files. */
  purge: Record<string, never>
  /** Takes up what a process that died left behind. */
  recover: Record<string, never>
}
export type JobName = keyof JobData

export interface NewJob<Name extends JobName> {
  data: JobData[Name]
  /** Of jobs with the same key, one waits at a time: a second one is dropped. */
  key: string
  /** A process works on at most four jobs of one group at a time, however many workers it has. */
  group?: string
  /** Default: at once. */
  startAfter?: Date
}

export interface JobsRepo {
  /** Part of the transaction: the jobs exist when, and only when, it is committed. */
  enqueue<Name extends JobName>(name: Name, jobs: readonly NewJob<Name>[]): Promise<void>
}

export interface WorkOptions {
  /** Jobs that run beside one another in this process. */
  concurrency: number
}

/** The side of the queue that does the work; `Repositories.jobs` is the side that orders it. */
export interface JobQueue {
  /**
   * Runs `handle` for each job of that name, here and in every other process that calls this: each job is given to
   * one of them at a time. A job whose handler throws, or whose process dies, is given out again.
   */
  work<Name extends JobName>(
    name: Name,
    options: WorkOptions,
    handle: (data: JobData[Name], signal: AbortSignal) => Promise<void>,
  ): Promise<void>
  /** Orders a job by the clock, once however many processes ask. @param cron five fields, UTC */
  schedule(
    name: Exclude<JobName, 'deliver-webhook' | 'follow-vendor' | 'erase-vendor-face'>,
    cron: string,
  ): Promise<void>
  /** How many jobs wait and run, in all processes; as counted about a minute ago. */
  depths(): Promise<{ name: string; ready: number; active: number }[]>
  /** Trouble of the queue itself; a broken connection is retried by it. */
  onError(listener: (failure: Error) => void): void
  /** Takes no new job and lets what runs finish; what takes longer is handed back. Safe to call twice. */
  stop(): Promise<void>
}
