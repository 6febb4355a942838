/**
 * What the capture frame and the page around it say to each other; `docs/embed-protocol.md` tells when. No zod: the
 * script on the partner's page has 3 kB for everything.
 */
import {
  EMBED_THEMES,
  type EmbedTheme,
  isOurs,
  isText,
  type OpenMessage,
  readOwn,
} from './embed-handshake.ts'

const MAX_LIST_LENGTH = 16

interface OfAttempt {
  /** The attempt's id, or the enrolment's. */
  attemptId: string
}

/** What a redirect would have carried: where the partner's server looks, never a verdict. */
interface Outcome extends OfAttempt {
  /** Of the face authentication or the face enrolment. */
  id: string
  /** As in the query of `redirect_url`, e.g. `face_authentication_capture_completed`. */
  event: string
}

/** The events of a capture. The comments say when each fires and what the page around the frame does. */
export interface CaptureEvents {
  /** The link is good and the first screen is there. Hide your own waiting sign. */
  'capture.ready': OfAttempt
  /** The person agreed, and the camera is asked for: by this page, or by the vendor's. */
  'capture.started': OfAttempt
  /** Another line of guidance is shown, at most one in 0.6 s. For your own display, if you want one. */
  'capture.guidance': OfAttempt & { code: string }
  /** There is a picture. `source`: `camera` or `photo`. */
  'capture.captured': OfAttempt & { source: string }
  /** The picture has reached Visavis. */
  'capture.uploaded': OfAttempt
  /** Visavis has what it needs. Ask your server, which reads the decision; there is none in here. */
  'capture.completed': Outcome
  /** The picture could not be used and the person is asked for another. Nothing to do. */
  'capture.retry-required': OfAttempt & { reasons: readonly string[] }
  /** The person left or refused. Offer another way, or have your server create another attempt. */
  'capture.aborted': Outcome & { responseCode: number }
  /** Something is in the way; `isFinal`: nothing more comes from this frame. The rest: the person may go on. */
  'capture.failed': {
    attemptId: string
    code: string
    isFinal: boolean
    id?: string
    event?: string
    responseCode?: number
  }
  /** The page in the frame needs another height, in CSS pixels. The script follows by itself. */
  'capture.resized': { attemptId: string; height: number }
}

export type CaptureEventType = keyof CaptureEvents
export type CaptureEvent = {
  [Type in CaptureEventType]: { readonly type: Type } & Readonly<CaptureEvents[Type]>
}[CaptureEventType]

/** The person is through with the page in the frame, or pressed Escape in it. Answered by the script itself. */
export type FrameSignal = { readonly type: 'frame.closed' } | { readonly type: 'frame.escaped' }

/** What the page around the frame may ask for. */
export type FrameCommand =
  /** As if the person had chosen to go back. Answered with `frame.closed`. */
  | { readonly type: 'close' }
  /** BCP 47; a language that Visavis does not have changes nothing. */
  | { readonly type: 'set-locale'; readonly locale: string }
  | { readonly type: 'set-theme'; readonly theme: EmbedTheme }

type Check = (value: unknown) => boolean
const isWhole: Check = (value) => Number.isSafeInteger(value)
const isTexts: Check = (value) =>
  Array.isArray(value) && value.length <= MAX_LIST_LENGTH && value.every(isText)

/** Every field there is, by its name: the same name means the same in all messages of the frame. */
const FRAME_FIELDS: Readonly<Record<string, Check>> = {
  attemptId: isText,
  id: isText,
  event: isText,
  code: isText,
  source: isText,
  reasons: isTexts,
  responseCode: isWhole,
  height: isWhole,
  isFinal: (value) => typeof value === 'boolean',
}
const HOST_FIELDS: Readonly<Record<string, Check>> = {
  token: isText,
  locale: isText,
  theme: (value) => EMBED_THEMES.some((theme) => theme === value),
}

/** The fields each message must have. */
const FRAME_MESSAGES: Readonly<Record<CaptureEventType | FrameSignal['type'], string>> = {
  'capture.ready': 'attemptId',
  'capture.started': 'attemptId',
  'capture.guidance': 'attemptId code',
  'capture.captured': 'attemptId source',
  'capture.uploaded': 'attemptId',
  'capture.completed': 'attemptId id event',
  'capture.retry-required': 'attemptId reasons',
  'capture.aborted': 'attemptId id event responseCode',
  'capture.failed': 'attemptId code isFinal',
  'capture.resized': 'attemptId height',
  'frame.closed': '',
  'frame.escaped': '',
}

const HOST_MESSAGES: Readonly<Record<(FrameCommand | OpenMessage)['type'], string>> = {
  open: 'token',
  close: '',
  'set-locale': 'locale',
  'set-theme': 'theme',
}

/** A copy with the known fields only, or nothing. Whatever else the sender put in stays behind. */
const toMessage = (
  value: unknown,
  kinds: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, Check>>,
): unknown => {
  if (!isOurs(value)) return undefined
  const type = readOwn(value, 'type')
  const needed = isText(type) && readOwn(kinds, type)
  if (!isText(needed)) return undefined
  const message: Record<string, unknown> = { type }
  for (const [key, check] of Object.entries(fields)) {
    const field = readOwn(value, key)
    if (field !== undefined && check(field)) message[key] = field
  }
  return needed.split(' ').every((key) => !key || key in message) ? Object.freeze(message) : undefined
}

/** What came out of the frame's port; nothing when it is not of this protocol. */
export const toFrameMessage = (value: unknown) =>
  toMessage(value, FRAME_MESSAGES, FRAME_FIELDS) as CaptureEvent | FrameSignal | undefined

/** What came in from the page around the frame; nothing when it is not of this protocol. */
export const toHostMessage = (value: unknown) =>
  toMessage(value, HOST_MESSAGES, HOST_FIELDS) as FrameCommand | OpenMessage | undefined
