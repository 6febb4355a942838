import { assign, sendTo } from 'xstate'
import { type CaptureSetup, need } from './capture-setup.ts'
import { NO_VIEW } from './capture-types.ts'

/** The camera is on, or being asked for, exactly as long as this state lasts. */
export const createCameraState = (setup: CaptureSetup) =>
  setup.createStateConfig({
    entry: assign({ live: NO_VIEW, cameraFailure: null, photoIssue: null, picture: null }),
    exit: assign({ live: NO_VIEW }),
    invoke: { id: 'camera', src: 'watchCamera', input: ({ context }) => need(context.session) },
    on: {
      'camera.failed': {
        target: 'denied',
        actions: assign({ cameraFailure: ({ event }) => event.failure }),
      },
      'picture.taken': {
        target: 'uploading',
        actions: assign({ picture: ({ event }) => ({ blob: event.picture, source: 'camera' }) }),
      },
      'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
    },
    initial: 'asking',
    states: {
      asking: {
        after: {
          SLOW_PROMPT_MS: {
            actions: assign({ live: ({ context }) => ({ ...context.live, isSlow: true }) }),
          },
        },
        on: {
          'camera.opened': { target: 'live', actions: 'look' },
          'camera.skipped': '#capture.denied',
        },
      },
      live: {
        after: {
          SHUTTER_DELAY_MS: {
            actions: assign({ live: ({ context }) => ({ ...context.live, hasShutter: true }) }),
          },
        },
        on: {
          'guidance.changed': { actions: 'look' },
          'picture.missed': { actions: 'look' },
          'engine.failed': { actions: 'look' },
          'shutter.pressed': {
            guard: ({ context }) => context.live.hasShutter,
            actions: sendTo('camera', { type: 'shutter.pressed' }),
          },
        },
      },
    },
  })
