import { assign, sendTo } from 'xstate'
import { isTurnDue } from './capture-rules.ts'
import { type CaptureSetup, need } from './capture-setup.ts'
import { NO_VIEW } from './capture-types.ts'
import { createTurningState } from './turn-states.ts'

/** A camera that stops more often than this is not coming back. */
const MAX_ENDS = 2

/** The camera is on, or being asked for, exactly as long as this state lasts. */
export const createCameraState = (setup: CaptureSetup) =>
  setup.createStateConfig({
    entry: assign({
      live: NO_VIEW,
      cameraFailure: null,
      photoIssue: null,
      picture: null,
      turn: ({ context }) => (context.isResuming ? context.turn : null),
    }),
    exit: assign({ live: NO_VIEW, isResuming: false }),
    invoke: [
      {
        id: 'camera',
        src: 'watchCamera',
        input: ({ context }) => ({
          session: need(context.session),
          deviceId: context.cameraId,
          turn: isTurnDue(context) ? { hasMoreTime: context.hasMoreTime } : null,
        }),
      },
      { src: 'watchPage' },
    ],
    on: {
      'guidance.changed': { actions: 'look' },
      'page.hidden': 'resuming',
      'page.shown': { actions: 'noteHidden' },
      'camera.failed': {
        target: 'denied',
        actions: assign({ cameraFailure: ({ event }) => event.failure }),
      },
      'camera.ended': [
        {
          guard: ({ context }) => context.cameraEnds < MAX_ENDS,
          target: 'resuming',
          actions: assign({ cameraEnds: ({ context }) => context.cameraEnds + 1 }),
        },
        { target: 'denied', actions: assign({ cameraFailure: 'busy' }) },
      ],
      'camera.chosen': {
        target: 'resuming',
        actions: assign({ cameraId: ({ event }) => event.deviceId }),
      },
      'picture.taken': {
        target: 'uploading',
        actions: assign({
          picture: ({ event }) => event.picture,
          turnTrouble: ({ event }) => (event.picture.step ? 'turn.stuck' : null),
        }),
      },
      'camera.skipped': '#capture.denied',
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
          'camera.opened': [
            { guard: ({ context }) => isTurnDue(context), target: 'turning', actions: 'look' },
            { target: 'live', actions: 'look' },
          ],
          'page.hidden': { actions: 'noteHidden' },
        },
      },
      turning: createTurningState(setup),
      live: {
        after: {
          SHUTTER_DELAY_MS: {
            actions: assign({ live: ({ context }) => ({ ...context.live, hasShutter: true }) }),
          },
          // Not at once: a question that is asked each time would be asked for ever.
          QUESTION_CLOSES_MS: {
            guard: ({ context }) => context.live.isHidden,
            target: '#capture.resuming',
          },
        },
        on: {
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

/** The camera is off until the page is seen: at once, when only the camera changes. */
export const createResumingState = (setup: CaptureSetup) =>
  setup.createStateConfig({
    entry: assign({ isResuming: true }),
    invoke: { src: 'watchPage' },
    on: {
      'page.shown': 'camera',
      'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
    },
  })
