import type { Handoff } from '@visavis/shared/handoff-api'
import { CaptureApiError } from '../api/capture-api-error.ts'
import type { HandoffClient } from '../api/handoff-client.ts'

/** Between two looks when the stream cannot be had. */
const LOOK_AGAIN_MS = 2000
/** A stream begins with an event at once: without one by then, a proxy keeps it to itself. */
const FIRST_EVENT_MS = 5000
/** The server ends a stream after 55 s. Silence for longer is a line that broke without a word. */
const SILENCE_MS = 60_000

/** What the first device shows. `digits` are known only to the page that asked for them. */
export interface HandoffView extends Handoff {
  digits?: string
  digits_url?: string
}

export type HandoffEvent =
  | { type: 'handoff.seen'; view: HandoffView }
  | { type: 'handoff.ended' }
  | { type: 'handoff.failed'; error: unknown }

interface FollowHandoffOptions {
  client: HandoffClient
  /** The capture token that gives the link away, or did before this page was loaded again. */
  token: string
  isStart: boolean
  onView: (view: HandoffView) => void
  onFailure: (error: unknown) => void
  wait?: (ms: number) => Promise<void>
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A line that broke comes back; a link that is gone does not. */
const isPassing = (error: unknown): boolean => !(error instanceof CaptureApiError) || error.retryable

const isOver = ({ state, next }: Handoff): boolean => state === 'cancelled' || next.next === 'done'

/**
 * Offers the link and tells how it goes, until it is over or `stop` is called: live where streams get through, else by
 * asking.
 */
export const followHandoff = ({
  client,
  token,
  isStart,
  onView,
  onFailure,
  wait = pause,
}: FollowHandoffOptions) => {
  const controller = new AbortController()
  const { signal } = controller

  /** For as long as the stream lasts. @returns whether anything comes through it */
  const listen = async (onEvent: (handoff: Handoff) => void): Promise<boolean> => {
    const stream = new AbortController()
    const end = () => stream.abort()
    let hasCome = false
    let isSilent = false
    const giveUp = () => {
      isSilent = true
      end()
    }
    let silence = setTimeout(giveUp, FIRST_EVENT_MS)
    signal.addEventListener('abort', end)
    try {
      await client.watch(token, stream.signal, (handoff) => {
        hasCome = true
        clearTimeout(silence)
        silence = setTimeout(giveUp, SILENCE_MS)
        onEvent(handoff)
      })
    } catch (error) {
      if (!isSilent) throw error
    } finally {
      clearTimeout(silence)
      signal.removeEventListener('abort', end)
    }
    return hasCome
  }

  const run = async () => {
    const first: HandoffView = isStart
      ? await client.start(token, signal)
      : await client.follow(token, signal)
    const { digits, digits_url } = first
    let seen: Handoff = first
    const show = (handoff: Handoff) => {
      seen = handoff
      if (!signal.aborted) onView({ ...handoff, ...(digits && digits_url ? { digits, digits_url } : {}) })
    }
    show(first)
    let isLive = true
    while (!signal.aborted && !isOver(seen)) {
      try {
        isLive &&= await listen(show)
        if (isLive) continue
      } catch (error) {
        if (signal.aborted) return
        if (!isPassing(error)) throw error
      }
      await wait(LOOK_AGAIN_MS)
      await client.follow(token, signal).then(show, (failure: unknown) => {
        if (!isPassing(failure)) throw failure
      })
    }
  }
  run().catch((error: unknown) => {
    if (!signal.aborted) onFailure(error)
  })

  return {
    stop: () => controller.abort(),
    /** Nothing is told any more. @throws CaptureApiError */
    cancel: async () => {
      controller.abort()
      await client.cancel(token)
    },
  }
}
