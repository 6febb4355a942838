import { setTimeout as wait } from 'node:timers/promises'
import { createCounts } from '@visavis/shared/counts'
import { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { PartnerEnv } from '../../http/env.ts'
import { streamEvents } from '../../http/stream-events.ts'
import { toAuditEventView } from './audit-view.ts'
import type { AuditDeps } from './deps.ts'

/** Other processes write entries too. */
const LOOK_MS = 1000
const LENGTH_MS = 55_000
const A_LOOK = 100
/** Of a tenant, in this process: one for a log store, and its next before the network noticed that the last is gone. */
const MAX_STREAMS = 4

/** By tenant. */
const open = createCounts()

export interface WatchAuditDeps extends Pick<AuditDeps, 'database'> {
  log: Logger
  /** Absent: it does not. */
  isStopping?: () => boolean
  /** How long a stream stays open, in milliseconds. */
  auditStreamMs?: number
}

/**
 * Entries as they are written, in their order, as server-sent events whose `id` is the entry's number: whoever comes
 * again says the last one they had (`Last-Event-ID`), and misses none.
 * @param after number of the last entry that is known; absent: those from now on @throws AppError RATE_LIMITED
 */
export const watchAuditEvents = async (
  { database, log, isStopping = () => false, auditStreamMs = LENGTH_MS }: WatchAuditDeps,
  c: Context<PartnerEnv>,
  { tenantId, after }: { tenantId: string; after: number | undefined },
): Promise<Response> => {
  if (open.of(tenantId) >= MAX_STREAMS) throw new AppError('RATE_LIMITED', { retryAfterS: 5 })
  open.add(tenantId, 1)
  const leave = () => open.add(tenantId, -1)
  let last = after ?? 0
  try {
    if (after === undefined) last = (await database.auditEvents.getChain(tenantId))?.length ?? 0
  } catch (failure) {
    leave()
    throw failure
  }
  return streamEvents(c, { log, isStopping, lengthMs: auditStreamMs, leave }, async (stream, goesOn) => {
    // The head goes out at once, also where nothing happens.
    await stream.writeSSE({ event: 'open', data: '', id: `${last}` })
    while (goesOn()) {
      const entries = await database.auditEvents.listChain(tenantId, last, A_LOOK)
      for (const entry of entries) {
        const data = JSON.stringify(toAuditEventView(entry))
        await stream.writeSSE({ event: 'audit_event', data, id: `${entry.number}` })
        last = entry.number
      }
      if (entries.length < A_LOOK) await wait(LOOK_MS)
    }
  })
}
