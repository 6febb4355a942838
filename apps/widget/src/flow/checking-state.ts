import { assign } from 'xstate'
import { isRetryable } from './capture-errors.ts'
import type { CaptureSetup } from './capture-setup.ts'

const MAX_FAILED_READS = 3

/** The outcome takes a while: ask after a second, then less and less often. */
export const createCheckingState = (setup: CaptureSetup) =>
  setup.createStateConfig({
    entry: assign({ resume: 'checking', failedReads: 0, reads: 0 }),
    initial: 'pausing',
    states: {
      pausing: { after: { POLL_INTERVAL_MS: 'reading' } },
      reading: {
        invoke: {
          src: 'readNext',
          onDone: [
            {
              guard: ({ event }) => event.output.next === 'wait',
              target: 'pausing',
              actions: assign({ failedReads: 0, reads: ({ context }) => context.reads + 1 }),
            },
            { target: '#capture.deciding', actions: assign({ next: ({ event }) => event.output }) },
          ],
          onError: [
            {
              guard: ({ context, event }) =>
                isRetryable(event.error) && context.failedReads < MAX_FAILED_READS,
              target: 'pausing',
              actions: assign({
                failedReads: ({ context }) => context.failedReads + 1,
                reads: ({ context }) => context.reads + 1,
              }),
            },
            { target: '#capture.failed', actions: 'keepError' },
          ],
        },
      },
    },
  })
