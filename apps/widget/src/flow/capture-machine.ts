import { assertEvent, assign } from 'xstate'
import type { PreparedPhoto } from '../picture/prepare-photo.ts'
import { retriesByItself } from './auto-retry.ts'
import { createCameraState, createResumingState } from './camera-state.ts'
import type { CaptureActors } from './capture-actors.ts'
import { isChallengeMissing, isInvalidLink, isRefusedPicture, isReplaced } from './capture-errors.ts'
import { canTakePhoto, whereAfterFailure, whereNext } from './capture-rules.ts'
import { createCaptureSetup, need } from './capture-setup.ts'
import { type CaptureContext, INITIAL_CONTEXT, RESUMES } from './capture-types.ts'
import { createCheckingState } from './checking-state.ts'
import { createHandoffState } from './handoff-state.ts'
import { createTurnWaysState } from './turn-states.ts'
import { createVendorStates } from './vendor-states.ts'

const redirectUrl = ({ next }: CaptureContext): string => (next?.next === 'done' && next.redirect_url) || ''

interface Prepared {
  event: { output: PreparedPhoto }
}
const keepPhoto = {
  picture: ({ event }: Prepared) => event.output.picture ?? null,
  photoIssue: ({ event }: Prepared) => event.output.issue ?? null,
}

/** Transitions that a rule picks among: one per target. */
const byRule = <T extends string>(rule: (context: CaptureContext) => T, targets: readonly T[]) =>
  targets.map((target) => ({
    guard: ({ context }: { context: CaptureContext }) => rule(context) === target,
    target,
  }))

/** The whole flow of the page. No React, no browser API: those come in with the actors. */
export const createCaptureMachine = (actors: CaptureActors) => {
  const captureSetup = createCaptureSetup(actors)
  return captureSetup.createMachine({
    id: 'capture',
    context: INITIAL_CONTEXT,
    initial: 'loading',
    on: { 'engine.progressed': { actions: assign({ engineShare: ({ event }) => event.share }) } },
    states: {
      loading: {
        entry: assign({ resume: 'loading' }),
        invoke: {
          src: 'openSession',
          onDone: {
            target: 'deciding',
            actions: assign({
              session: ({ event }) => event.output,
              next: ({ event }) => event.output.next,
            }),
          },
          onError: [
            // Perhaps another device has the link: this page may have been loaded again meanwhile.
            { guard: ({ event }) => isInvalidLink(event.error), target: 'handoff' },
            { target: 'failed', actions: 'keepError' },
          ],
        },
      },
      deciding: {
        always: byRule(whereNext, [
          'linkUsed',
          'linkExpired',
          'linkReplaced',
          'done',
          'checking',
          'departing',
          'away',
          'vendor',
          'retry',
          'turnWays',
          'camera',
          'start',
        ]),
      },
      start: {
        on: {
          'consent.given': 'consenting',
          'handoff.requested': 'handoff',
          'capture.refused': { target: 'leaving', actions: 'sayGoodbye' },
          'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
        },
      },
      consenting: {
        entry: assign({ resume: 'consenting' }),
        invoke: {
          src: 'giveConsent',
          onDone: {
            target: 'deciding',
            actions: assign({
              session: ({ context }) => ({ ...need(context.session), consent_given: true }),
              next: ({ event }) => event.output,
            }),
          },
          onError: { target: 'failed', actions: 'keepError' },
        },
      },
      camera: createCameraState(captureSetup),
      resuming: createResumingState(captureSetup),
      denied: {
        on: {
          'photo.chosen': { guard: ({ context }) => canTakePhoto(context), target: 'preparing' },
          'photo.insisted': {
            guard: ({ context }) => context.picture !== null,
            target: 'uploading',
            actions: assign({ photoIssue: null }),
          },
          'camera.retried': { target: 'camera', actions: assign({ cameraEnds: 0 }) },
          'handoff.requested': 'handoff',
          'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
        },
      },
      preparing: {
        entry: assign({ resume: 'denied', picture: null, photoIssue: null }),
        invoke: {
          src: 'preparePhoto',
          input: ({ context, event }) => {
            assertEvent(event, 'photo.chosen')
            return { file: event.file, maxBytes: need(context.session).max_image_bytes }
          },
          onDone: [
            { guard: ({ event }) => !!event.output.issue, target: 'denied', actions: assign(keepPhoto) },
            { target: 'uploading', actions: assign(keepPhoto) },
          ],
          onError: { target: 'failed', actions: 'keepError' },
        },
      },
      uploading: {
        entry: assign({ resume: 'uploading', progress: 0 }),
        invoke: { src: 'upload', input: ({ context }) => need(context.picture) },
        on: {
          'upload.progressed': { actions: assign({ progress: ({ event }) => event.share }) },
          'upload.answered': { target: 'deciding', actions: assign({ next: ({ event }) => event.next }) },
          'upload.failed': [
            { guard: ({ event }) => isReplaced(event.error), target: 'checking' },
            {
              guard: ({ event }) => isChallengeMissing(event.error),
              target: 'deciding',
              actions: assign({ next: { next: 'turn' } }),
            },
            {
              guard: ({ context, event }) =>
                isRefusedPicture(event.error) && context.picture?.source === 'photo',
              target: 'denied',
              actions: assign({ photoIssue: 'refused' }),
            },
            { target: 'failed', actions: 'keepError' },
          ],
        },
      },
      ...createVendorStates(captureSetup),
      turnWays: createTurnWaysState(captureSetup),
      checking: createCheckingState(captureSetup),
      handoff: createHandoffState(captureSetup),
      retry: {
        on: {
          'camera.retried': 'camera',
          'photo.chosen': { guard: ({ context }) => canTakePhoto(context), target: 'preparing' },
          'capture.cancelled': { target: 'leaving', actions: 'sayGoodbye' },
        },
      },
      leaving: {
        entry: assign({ resume: 'leaving' }),
        invoke: {
          src: 'leave',
          input: ({ context }) => need(context.farewell),
          onDone: { target: 'deciding', actions: assign({ next: ({ event }) => event.output }) },
          onError: { target: 'failed', actions: 'keepError' },
        },
      },
      failed: {
        always: byRule(whereAfterFailure, ['linkInvalid', 'loading', 'start', 'problem']),
      },
      problem: {
        after: {
          AUTO_RETRY_MS: RESUMES.map((target) => ({
            guard: ({ context }) => retriesByItself(context) && context.resume === target,
            target,
            actions: assign({ autoRetries: ({ context }) => context.autoRetries + 1 }),
          })),
        },
        on: {
          'problem.retried': byRule(({ resume }) => resume, RESUMES),
          'capture.cancelled': {
            guard: ({ context }) => context.session !== null,
            target: 'leaving',
            actions: 'sayGoodbye',
          },
        },
      },
      done: {
        tags: 'over',
        // A device that was handed the link stays: the other one goes back.
        after: { GOODBYE_MS: { guard: ({ context }) => !context.session?.handed_over, target: 'going' } },
        on: { 'return.requested': 'going' },
      },
      linkUsed: { tags: 'over', on: { 'return.requested': 'going' } },
      linkExpired: { tags: 'over', on: { 'return.requested': 'going' } },
      linkReplaced: { tags: 'over', on: { 'return.requested': 'going' } },
      linkInvalid: { tags: 'over' },
      going: {
        tags: 'over',
        invoke: { src: 'goBack', input: ({ context }) => ({ url: redirectUrl(context) }) },
        on: { 'return.requested': { target: 'going', reenter: true } },
      },
    },
  })
}
