import { AppError } from '@visavis/shared/errors'
import { settleDueAttempts } from '../features/authentications/index.ts'
import { deliverWebhook } from '../features/webhooks/index.ts'
import type { JobData, JobName, WorkOptions } from '../storage/job-types.ts'
import { deleteExpiredData } from './delete-expired-data.ts'
import type { JobsDeps } from './deps.ts'
import { recover } from './recover.ts'
import { orderResealing, resealForATurn } from './reseal.ts'
import { orderRetemplating, retemplateForATurn } from './retemplate.ts'
import { eraseFaceAtVendor, followVendor } from './vendor-work.ts'

const EVERY_MINUTE = '* * * * *'
/** A journey may keep pictures for 0 days: then this is how long they stay. */
const EVERY_HOUR = '17 * * * *'
/**
 * Webhooks on their way at a time; they mostly wait. One tenant takes four at most and leaves the others, until its dead
 * endpoints are paused.
 */
const DELIVERIES = { concurrency: 12 }

/** Captures that vendors are asked about at a time; mostly waiting, too. */
const FOLLOWING = { concurrency: 4 }

const ONE = { concurrency: 1 }

/** Starts the work that is done outside of requests; `database.queue.stop()` ends it. */
export const startJobs = async (deps: JobsDeps): Promise<void> => {
  const { log } = deps
  const { queue } = deps.database
  queue.onError((failure) => log.error({ err: failure.message }, 'job queue'))

  const work = <Name extends JobName>(
    name: Name,
    options: WorkOptions,
    handle: (data: JobData[Name], signal: AbortSignal) => Promise<unknown>,
  ) =>
    queue.work(name, options, async (data, signal) => {
      try {
        const done = await handle(data, signal)
        if (done !== undefined) log.debug({ job: name, done }, 'job')
      } catch (failure) {
        // Ordered again by the clock of its own row: nothing is broken here.
        if (failure instanceof AppError && failure.code === 'PROVIDER_UNAVAILABLE') {
          log.warn({ job: name, err: failure.cause }, 'a vendor could not be reached')
          return
        }
        log.error({ job: name, stack: (failure as Error).stack }, 'job failed')
        // The queue keeps what it is thrown; the details are in the log.
        throw new Error(`${name} failed`)
      }
    })

  await work('deliver-webhook', DELIVERIES, (data) => deliverWebhook(deps, data))
  await work('follow-vendor', FOLLOWING, (data) => followVendor(deps, data))
  await work('erase-vendor-face', ONE, (data) => eraseFaceAtVendor(deps, data))
  await work('retemplate', ONE, (data, signal) => retemplateForATurn(deps, data, signal))
  await work('reseal', ONE, (_, signal) => resealForATurn(deps, signal))
  await work('expire-attempts', ONE, (_, signal) => settleDueAttempts(deps, signal))
  await work('retention', ONE, (_, signal) => deleteExpiredData(deps, signal))
  await work('purge', ONE, () => deps.database.purge())
  await work('recover', ONE, (_, signal) => recover(deps, signal))
  await queue.schedule('expire-attempts', EVERY_MINUTE)
  await queue.schedule('recover', EVERY_MINUTE)
  await queue.schedule('retention', EVERY_HOUR)
  await queue.schedule('retemplate', EVERY_HOUR)
  await queue.schedule('reseal', EVERY_HOUR)
  // The model may have changed since the last start.
  await orderRetemplating(deps.database)
  // What earlier versions sealed is sealed anew, once.
  await orderResealing(deps.database)
}
