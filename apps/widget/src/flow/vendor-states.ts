import { assign } from 'xstate'
import { isRetryable } from './capture-errors.ts'
import { isAtVendor } from './capture-rules.ts'
import type { CaptureSetup } from './capture-setup.ts'
import type { CaptureContext } from './capture-types.ts'

const vendorUrl = ({ next }: CaptureContext): string => (next?.next === 'redirect' ? next.url : '')

/** The vendor takes the capture: on a page of its own, in a frame of ours, or by its script. */
export const createVendorStates = (setup: CaptureSetup) => {
  /** Now and then asks how it stands: the vendor's verdict may come without a word to the browser. */
  const watching = setup.createStateConfig({
    initial: 'pausing',
    states: {
      pausing: { after: { VENDOR_POLL_MS: 'reading' } },
      reading: {
        invoke: {
          src: 'readNext',
          onDone: [
            { guard: ({ event }) => isAtVendor(event.output), target: 'pausing' },
            { target: '#capture.deciding', actions: assign({ next: ({ event }) => event.output }) },
          ],
          onError: [
            { guard: ({ event }) => isRetryable(event.error), target: 'pausing' },
            { target: '#capture.failed', actions: 'keepError' },
          ],
        },
      },
    },
  })
  return {
    departing: setup.createStateConfig({
      entry: assign({ resume: 'loading' }),
      invoke: {
        src: 'goToVendor',
        input: ({ context }) => ({ url: vendorUrl(context) }),
        onDone: {
          guard: ({ event }) => event.output === 'stays',
          target: 'away',
          actions: assign({ opensBeside: true }),
        },
        onError: { target: 'failed', actions: 'keepError' },
      },
      on: { 'page.restored': 'loading' },
    }),
    away: setup.createStateConfig({
      ...watching,
      entry: assign({ resume: 'loading' }),
      on: {
        'vendor.requested': 'departing',
        'page.restored': 'loading',
        'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
      },
    }),
    /** In a frame or by its script. */
    vendor: setup.createStateConfig({
      ...watching,
      entry: assign({ resume: 'loading' }),
      on: {
        'vendor.handed': { target: 'reporting', actions: 'keepHanded' },
        'vendor.failed': { target: 'failed', actions: 'keepError' },
        'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
      },
    }),
    reporting: setup.createStateConfig({
      entry: assign({ resume: 'reporting' }),
      invoke: {
        src: 'completeStep',
        input: ({ context }: { context: CaptureContext }) => context.handed,
        onDone: { target: 'deciding', actions: assign({ next: ({ event }) => event.output, handed: null }) },
        onError: { target: 'failed', actions: 'keepError' },
      },
    }),
  }
}
