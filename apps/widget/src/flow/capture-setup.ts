import { assign } from 'xstate'
import { AUTO_RETRY_MS } from './auto-retry.ts'
import type { CaptureActors } from './capture-actors.ts'
import { nextView, toAbortReason } from './capture-rules.ts'
import type { CaptureContext, CaptureEvent } from './capture-types.ts'
import { leanSetup } from './lean-setup.ts'

/** The button to take the picture by hand comes no later than this. */
const SHUTTER_DELAY_MS = 8000
/** When the browser's question stays open for so long, another way is offered beside it. */
const SLOW_PROMPT_MS = 10_000
/** On some phones the browser's question hides the page, for a moment longer than it is open. */
const QUESTION_CLOSES_MS = 2000
const POLL_INTERVAL_MS = 1000
const MAX_POLL_INTERVAL_MS = 5000
/** While the vendor has the capture: its page or script tells, this is for when it does not. */
const VENDOR_POLL_MS = 5000

/** One second, then half as long again each time. */
const pollInterval = ({ context }: { context: CaptureContext }): number =>
  Math.min(POLL_INTERVAL_MS * 1.5 ** context.reads, MAX_POLL_INTERVAL_MS)

/** Long enough to see that it worked: what was waited for is on the page that comes. */
const GOODBYE_MS = 400

/** For states that are only reached with the value set. */
export const need = <T>(value: T | null): T => {
  if (value === null) throw new Error('the flow reached a state too early')
  return value
}

/** Types, times and shared actions of the flow; the states are in `capture-machine.ts` and beside it. */
export const createCaptureSetup = (actors: CaptureActors) => {
  const { createMachine, createStateConfig } = leanSetup({
    types: { context: {} as CaptureContext, events: {} as CaptureEvent },
    actors,
    delays: {
      SHUTTER_DELAY_MS,
      SLOW_PROMPT_MS,
      QUESTION_CLOSES_MS,
      POLL_INTERVAL_MS: pollInterval,
      VENDOR_POLL_MS,
      GOODBYE_MS,
      AUTO_RETRY_MS,
    },
    actions: {
      keepError: assign({ error: ({ event }) => ('error' in event ? event.error : null) }),
      look: assign({
        live: ({ context, event }) => nextView(context.live, event as Parameters<typeof nextView>[1]),
      }),
      noteHidden: assign({
        live: ({ context, event }) => ({ ...context.live, isHidden: event.type === 'page.hidden' }),
      }),
      /** Why there is no turn for now. */
      keepTrouble: assign({ turnTrouble: ({ event }) => event.type }),
      keepHanded: assign({ handed: ({ event }) => ('handed' in event ? event.handed : null) }),
      sayGoodbye: assign({
        farewell: ({ context, event }) =>
          event.type === 'capture.refused'
            ? { kind: 'refuse' }
            : { kind: 'abort', reason: toAbortReason(context.cameraFailure) },
      }),
    },
  })
  return { createMachine, createStateConfig }
}

export type CaptureSetup = ReturnType<typeof createCaptureSetup>
