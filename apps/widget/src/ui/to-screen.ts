import type { CaptureSnapshot } from './hooks/use-capture.ts'

export type Screen =
  | 'loading'
  | 'start'
  | 'camera'
  | 'denied'
  | 'upload'
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
  denied: 'denied',
  preparing: 'upload',
  uploading: 'upload',
  checking: 'upload',
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

/** Which screen a state of the flow is shown on. Going back keeps the screen it was asked for from. */
export const toScreen = ({ value, context }: CaptureSnapshot): Screen => {
  const state = typeof value === 'string' ? value : (Object.keys(value)[0] ?? '')
  if (state !== 'going') return SCREEN_OF[state] ?? 'loading'
  const link = context.session?.link
  return link && link !== 'open' ? `link-${link}` : 'done'
}
