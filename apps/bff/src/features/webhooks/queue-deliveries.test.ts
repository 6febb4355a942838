import { expect, it } from 'vitest'
import type { NewJob } from '../../storage/job-types.ts'
import { queueDeliveries } from './queue-deliveries.ts'

/** @see three dead endpoints of one tenant that took all workers: another's delivery came 210 seconds late. */
it('all endpoints of a tenant share its lanes', async () => {
  const now = new Date()
  const toRef = (tenantId: string, endpointId: string) => ({
    id: `whd_${endpointId}`,
    tenantId,
    endpointId,
    turn: 0,
    nextAttemptOn: now,
  })
  const queued: NewJob<'deliver-webhook'>[] = []
  const jobs = {
    enqueue: async (_: string, all: readonly unknown[]) => void queued.push(...(all as never[])),
  }
  await queueDeliveries({ jobs }, [toRef('tnt_a', 'a1'), toRef('tnt_a', 'a2'), toRef('tnt_b', 'b1')], now)
  expect(queued.map(({ group }) => group)).toEqual(['tnt_a', 'tnt_a', 'tnt_b'])
})
