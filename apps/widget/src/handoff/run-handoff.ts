import { createHandoffClient } from '../api/handoff-client.ts'
import type { Sign } from '../api/sign.ts'
import { followHandoff, type HandoffEvent } from './follow-handoff.ts'

interface RunHandoffOptions {
  isStart: boolean
  /** The capture token. */
  token: string
  sign?: Sign | undefined
  send: (event: HandoffEvent) => void
}

/** Offers the link to another device and tells the flow how it goes, until it is stopped. */
export const runHandoff = ({ isStart, token, sign, send }: RunHandoffOptions) => {
  const fail = (error: unknown) => send({ type: 'handoff.failed', error })
  const followed = followHandoff({
    isStart,
    client: createHandoffClient(undefined, sign),
    token,
    onView: (view) => send({ type: 'handoff.seen', view }),
    onFailure: fail,
  })
  return {
    stop: followed.stop,
    hear: (event: { type: string }) => {
      if (event.type !== 'handoff.cancelled') return
      followed.cancel().then(() => send({ type: 'handoff.ended' }), fail)
    },
  }
}
