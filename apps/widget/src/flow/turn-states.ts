import { assign } from 'xstate'
import type { CaptureSetup } from './capture-setup.ts'

/** Why: the time ran out, nobody can be seen, or the person asked. */
const toWays = { target: '#capture.turnWays', actions: 'keepTrouble' } as const

/** The camera is on and the head is turned; the picture follows without another word. */
export const createTurningState = (setup: CaptureSetup) =>
  setup.createStateConfig({
    entry: assign({ turn: {}, turnTrouble: null }),
    after: {
      QUESTION_CLOSES_MS: { guard: ({ context }) => context.live.isHidden, target: '#capture.resuming' },
    },
    on: {
      'turn.changed': { actions: assign({ turn: ({ event }) => event.view }) },
      'turn.finished': { target: 'live', actions: assign({ next: { next: 'capture' } }) },
      'turn.failed': { target: '#capture.failed', actions: ['keepError', assign({ resume: 'camera' })] },
      'turn.stuck': toWays,
      'engine.failed': toWays,
      'ways.requested': toWays,
    },
  })

/** Without the camera: once more, and what there is for those who cannot turn. */
export const createTurnWaysState = (setup: CaptureSetup) =>
  setup.createStateConfig({
    on: {
      'camera.retried': 'camera',
      'time.requested': { target: 'camera', actions: assign({ hasMoreTime: true }) },
      'ways.requested': { actions: 'keepTrouble' },
      'handoff.requested': 'handoff',
      'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
    },
  })
