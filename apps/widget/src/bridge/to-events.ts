import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import type { StateValue } from 'xstate'
import { isLinkInUse, toProblem } from '../flow/capture-errors.ts'
import type { CaptureContext } from '../flow/capture-types.ts'
import { parseUrl } from '../parse-url.ts'

/** A snapshot of the flow. */
export interface Moment {
  value: StateValue
  context: CaptureContext
}

/** The flow's state, without its inner ones. */
const toState = (value: StateValue): string =>
  typeof value === 'string' ? value : (Object.keys(value)[0] ?? '')

/** The query that a redirect would have had, which is all a partner's page may know. Never the address itself. */
const readReturn = ({ next }: CaptureContext) => {
  const query = next?.next === 'done' ? parseUrl(next.redirect_url ?? '')?.searchParams : undefined
  const code = Number(query?.get('response_code') ?? Number.NaN)
  return {
    id: query?.get('id') ?? '',
    event: query?.get('event') ?? '',
    ...(Number.isSafeInteger(code) ? { responseCode: code } : {}),
  }
}

/** States that end a link, as codes. */
const LINK_CODES: Readonly<Record<string, string>> = {
  linkUsed: 'link_used',
  linkExpired: 'link_expired',
  linkReplaced: 'link_replaced',
}

const isLeave = (event: string): boolean => /_capture_(?:aborted|refused)$/.test(event)

const toEnd = (attemptId: string, context: CaptureContext): CaptureEvent => {
  const { id, event, responseCode } = readReturn(context)
  if (isLeave(event)) {
    return { type: 'capture.aborted', attemptId, id, event, responseCode: responseCode ?? 0 }
  }
  if (event.endsWith('_capture_completed')) return { type: 'capture.completed', attemptId, id, event }
  const code = event.endsWith('_checks_inconclusive') ? 'checks_inconclusive' : 'link_closed'
  return {
    type: 'capture.failed',
    attemptId,
    code,
    isFinal: true,
    id,
    event,
    ...(responseCode === undefined ? {} : { responseCode }),
  }
}

const onEntering = (
  attemptId: string,
  state: string,
  cameFrom: string,
  context: CaptureContext,
): CaptureEvent[] => {
  const fail = (code: string, isFinal: boolean): CaptureEvent[] => [
    { type: 'capture.failed', attemptId, code, isFinal },
  ]
  switch (state) {
    case 'camera':
      // Back from another app, or with another camera: nothing new.
      return cameFrom === 'resuming' ? [] : [{ type: 'capture.started', attemptId }]
    case 'departing':
    case 'vendor':
      return [{ type: 'capture.started', attemptId }]
    case 'denied':
      // Back from a file that would not do: nothing new.
      return cameFrom === 'preparing' ? [] : fail(`camera_${context.cameraFailure ?? 'skipped'}`, false)
    case 'retry':
      return context.next?.next === 'retry'
        ? [{ type: 'capture.retry-required', attemptId, reasons: context.next.reasons }]
        : []
    case 'problem':
      return fail(toProblem(context.error), false)
    case 'done':
      return [toEnd(attemptId, context)]
    case 'linkInvalid':
      return fail(isLinkInUse(context.error) ? 'link_in_use' : 'link_invalid', true)
    default:
      return LINK_CODES[state] ? fail(LINK_CODES[state], true) : []
  }
}

const WAITING = ['loading', 'problem', 'linkInvalid']
/** After a picture was sent, the flow is in one of these exactly when the server has it. */
const AFTER_UPLOAD = ['checking', 'retry', 'done']

/** What to tell the page around, from one moment of the flow to the next. */
export const toEvents = (before: Moment, after: Moment): CaptureEvent[] => {
  const { context } = after
  const attemptId = context.session?.attempt_id ?? ''
  const cameFrom = toState(before.value)
  const state = toState(after.value)
  const events: CaptureEvent[] = []
  const isReady = context.session?.link === 'open' && !WAITING.includes(state)
  if (isReady && before.context.session === null) events.push({ type: 'capture.ready', attemptId })
  if (context.picture && context.picture !== before.context.picture) {
    events.push({ type: 'capture.captured', attemptId, source: context.picture.source })
  }
  if (cameFrom === 'uploading' && AFTER_UPLOAD.includes(state)) {
    events.push({ type: 'capture.uploaded', attemptId })
  }
  if (state !== cameFrom) events.push(...onEntering(attemptId, state, cameFrom, context))
  const { guidance, video } = context.live
  const isShown = before.context.live.video !== null && before.context.live.guidance === guidance
  if (video && !isShown) events.push({ type: 'capture.guidance', attemptId, code: guidance })
  return events
}
