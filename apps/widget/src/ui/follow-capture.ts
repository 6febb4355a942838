import type { CaptureActor } from '../flow/create-capture.ts'

export type CaptureSnapshot = ReturnType<CaptureActor['getSnapshot']>

/** The flow as the screens see it. */
export interface ShownCapture {
  send: CaptureActor['send']
  /** Ends the flow on this page, the camera with it. The attempt stays as it is. */
  stop: () => void
  getSnapshot: () => CaptureSnapshot
  /** Stops with what comes back. */
  subscribe: (onChange: () => void) => () => void
}

/**
 * A task behind the flow: a step of it, which turns cameras on and off, and its drawing do not keep the page's thread
 * in one piece, and steps that follow each other at once are drawn once.
 */
export const followCapture = (actor: CaptureActor): ShownCapture => {
  let shown = actor.getSnapshot()
  let isDue = false
  const listeners = new Set<() => void>()
  const show = () => {
    isDue = false
    shown = actor.getSnapshot()
    for (const onChange of listeners) onChange()
  }
  actor.subscribe(() => {
    if (!isDue) setTimeout(show)
    isDue = true
  })
  return {
    send: actor.send,
    stop: () => void actor.stop(),
    getSnapshot: () => shown,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}
