import { deleteExpiredData } from '../services/delete-expired-data.ts'
import { deliverWebhook } from '../services/deliver-webhook.ts'
import type { ServiceDeps } from '../services/deps.ts'
import { recoverAssets } from '../services/recover-assets.ts'
import { recoverDeliveries } from '../services/recover-deliveries.ts'
import { settleDueAttempts } from '../services/settle-due-attempts.ts'
import type { JobData, JobName } from '../storage/db/job-types.ts'

const EVERY_MINUTE = '* * * * *'
/** Once a night, at no round hour: everybody's machines are busy then. */
const EVERY_NIGHT = '17 3 * * *'
/** Webhooks on their way at a time; they mostly wait. */
const DELIVERIES_AT_A_TIME = 8

/** Starts the work that is done outside of requests; `database.queue.stop()` ends it. */
export const startJobs = async (deps: ServiceDeps): Promise<void> => {
  const { log } = deps
  const { queue } = deps.database
  queue.onError((failure) => log.error({ err: failure.message }, 'job queue'))

  const work = <Name extends JobName>(
    name: Name,
    concurrency: number,
    handle: (data: JobData[Name], signal: AbortSignal) => Promise<unknown>,
  ) =>
    queue.work(name, { concurrency }, async (data, signal) => {
      try {
        const done = await handle(data, signal)
        if (done !== undefined) log.debug({ job: name, done }, 'job')
      } catch (failure) {
        log.error({ job: name, stack: (failure as Error).stack }, 'job failed')
        // The queue keeps what it is thrown; the details are in the log.
        throw new Error(`${name} failed`)
      }
    })

  await work('deliver-webhook', DELIVERIES_AT_A_TIME, (data) => deliverWebhook(deps, data))
  await work('expire-attempts', 1, (_, signal) => settleDueAttempts(deps, signal))
  await work('retention', 1, (_, signal) => deleteExpiredData(deps, signal))
  await work('recover', 1, async () => ({
    deliveries: await recoverDeliveries(deps),
    assets: await recoverAssets(deps),
  }))
  await queue.schedule('expire-attempts', EVERY_MINUTE)
  await queue.schedule('recover', EVERY_MINUTE)
  await queue.schedule('retention', EVERY_NIGHT)
}
