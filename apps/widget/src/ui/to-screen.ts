import type { CaptureSnapshot } from './follow-capture.ts'

export type Screen =
  | 'loading'
  | 'start'
  | 'notice-start'
  | 'video-start'
  | 'camera'
  | 'turn'
  | 'turn-ways'
  | 'denied'
  | 'upload'
  | 'vendor-start'
  | 'vendor-page'
  | 'vendor-frame'
  | 'waiting'
  | 'retry'
  | 'problem'
  | 'handoff'
  | 'done'
  | 'link-used'
  | 'link-expired'
  | 'link-replaced'
  | 'link-invalid'

const SCREEN_OF: Readonly<Record<string, Screen>> = {
  start: 'start',
  consenting: 'start',
  camera: 'camera',
  resuming: 'camera',
  turnWays: 'turn-ways',
  denied: 'denied',
  preparing: 'upload',
  uploading: 'upload',
  checking: 'upload',
  departing: 'vendor-page',
  away: 'vendor-page',
  vendor: 'vendor-frame',
  reporting: 'waiting',
  retry: 'retry',
  problem: 'problem',
  handoff: 'handoff',
  leaving: 'done',
  done: 'done',
  linkUsed: 'link-used',
  linkExpired: 'link-expired',
  linkReplaced: 'link-replaced',
  linkInvalid: 'link-invalid',
}

const isWithVendor = ({ session }: CaptureSnapshot['context']): boolean =>
  (session?.capture_mode ?? 'selfie-upload') !== 'selfie-upload'

/** Which screen a state of the flow is shown on. Going back keeps the screen it was asked for from. */
export const toScreen = ({ value, context }: CaptureSnapshot): Screen => {
  const state = typeof value === 'string' ? value : (Object.keys(value)[0] ?? '')
  if (state !== 'going') {
    const screen = SCREEN_OF[state] ?? 'loading'
    if (screen === 'start' && isWithVendor(context)) return 'vendor-start'
    if (screen === 'start' && context.session?.turn_video) return 'video-start'
    if (screen === 'start' && context.session?.notice) return 'notice-start'
    if (screen === 'camera' && context.turn) return 'turn'
    // The picture is gone after a reload, and where a vendor takes it there is none.
    return state === 'checking' && !context.picture ? 'waiting' : screen
  }
  const link = context.session?.link
  return link && link !== 'open' ? `link-${link}` : 'done'
}
