import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@visavis/shared/errors'
import type { Handoff } from '@visavis/shared/handoff-api'
import type { Context } from 'hono'
import { streamEvents } from '../../http/stream-events.ts'
import type { CaptureEnv } from '../capture/index.ts'
import { hashSecret } from '../links/index.ts'
import type { HandoffDeps } from './deps.ts'
import { type Follower, followHandoff } from './follow-handoff.ts'

/** The rows may have been changed by another process. */
const STREAM = { lookMs: 1000, lengthMs: 55_000 }

export interface HandoffRoutesDeps extends HandoffDeps {
  isStopping: () => boolean
  /** How often an open stream looks, and how long it stays open; the page connects again. */
  handoffStream?: typeof STREAM
}

/** Of one link: a page opens one, and its next may come before the network noticed that the last is gone. */
const MAX_STREAMS_PER_LINK = 4

/** Open streams of this process by the hash of their token, and the look that they share. */
export interface HandoffStreams {
  enter(key: string): () => void
  look(key: string, ageMs: number, look: () => Promise<Handoff>): Promise<Handoff>
}

/** However many pages follow a hand-off, the database is asked once a turn. */
export const createHandoffStreams = (): HandoffStreams => {
  const links = new Map<string, { open: number; lookedAt: number; seen?: Promise<Handoff> }>()
  return {
    enter: (key) => {
      const link = links.get(key) ?? { open: 0, lookedAt: 0 }
      if (link.open >= MAX_STREAMS_PER_LINK) throw new AppError('RATE_LIMITED', { retryAfterS: 5 })
      link.open += 1
      links.set(key, link)
      return () => {
        link.open -= 1
        if (link.open === 0) links.delete(key)
      }
    },
    look: (key, ageMs, look) => {
      const link = links.get(key)
      const now = performance.now()
      if (link?.seen && now - link.lookedAt < ageMs) return link.seen
      const seen = look()
      if (link) Object.assign(link, { seen, lookedAt: now })
      return seen
    },
  }
}

/** A hand-off as it changes, as server-sent events. @throws AppError RATE_LIMITED with too many streams of one link */
export const watchHandoff = async (
  deps: HandoffRoutesDeps,
  streams: HandoffStreams,
  c: Context<CaptureEnv>,
  follower: Follower,
): Promise<Response> => {
  const { lookMs, lengthMs } = deps.handoffStream ?? STREAM
  const key = Buffer.from(hashSecret(follower.token)).toString('base64url')
  // Before anything is asked of the database: a flood of them must cost nothing.
  const leave = streams.enter(key)
  let known: Handoff = await followHandoff(deps, follower).catch((failure: unknown) => {
    leave()
    throw failure
  })
  const { log, isStopping } = deps
  return streamEvents(c, { log, isStopping, lengthMs, leave }, async (stream, goesOn) => {
    await stream.writeSSE({ event: 'handoff', data: JSON.stringify(known) })
    while (goesOn() && !isOver(known)) {
      await wait(lookMs)
      const seen = await streams.look(key, lookMs / 2, () => followHandoff(deps, follower))
      if (hasChanged(known, seen)) await stream.writeSSE({ event: 'handoff', data: JSON.stringify(seen) })
      known = seen
    }
  })
}

const isOver = ({ state, next }: Handoff): boolean => state === 'cancelled' || next.next === 'done'

const hasChanged = (before: Handoff, after: Handoff): boolean =>
  before.state !== after.state || before.qr?.url !== after.qr?.url || before.next.next !== after.next.next
