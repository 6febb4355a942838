import { assign, sendTo } from 'xstate'
import type { CaptureSetup } from './capture-setup.ts'

/** Another device takes the link over, or has it already, while this one watches. */
export const createHandoffState = (setup: CaptureSetup) =>
  setup.createStateConfig({
    entry: assign({ resume: 'loading', handoff: null }),
    invoke: {
      id: 'handOff',
      src: 'handOff',
      input: ({ context }) => ({ isStart: context.session !== null }),
    },
    on: {
      'handoff.seen': [
        {
          guard: ({ event }) => event.view.next.next === 'done',
          target: 'deciding',
          actions: assign({ next: ({ event }) => event.view.next }),
        },
        { actions: assign({ handoff: ({ event }) => event.view }) },
      ],
      'handoff.requested': { target: 'handoff', reenter: true },
      'handoff.cancelled': { actions: sendTo('handOff', { type: 'handoff.cancelled' }) },
      'handoff.ended': 'loading',
      // What the other device has is no longer this one's to end.
      'capture.cancelled': {
        guard: ({ context }) => context.session !== null && context.handoff?.state !== 'connected',
        target: 'leaving',
        actions: 'sayGoodbye',
      },
      'handoff.failed': { target: 'failed', actions: 'keepError' },
    },
  })
