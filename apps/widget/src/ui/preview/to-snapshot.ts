import type { PreviewLook, PreviewScreen } from '@visavis/shared/capture-preview'
import { type CaptureContext, INITIAL_CONTEXT, NO_VIEW } from '../../flow/capture-types.ts'
import { FIRST_VIEW } from '../../turn/turn-view.ts'
import type { CaptureSnapshot } from '../follow-capture.ts'

/** The state of the flow that each screen shows. */
const STATES: Readonly<Record<PreviewScreen, string>> = {
  start: 'start',
  camera: 'camera',
  turn: 'camera',
  upload: 'uploading',
  retry: 'retry',
  denied: 'denied',
  waiting: 'reporting',
  done: 'done',
  'link-expired': 'linkExpired',
}

const ENDED = { next: 'done', redirect_url: '' } as const

/** What each screen needs to have something to say. */
const toPart = ({ screen, guidance }: PreviewLook, video: HTMLVideoElement): Partial<CaptureContext> => {
  const live = {
    ...NO_VIEW,
    video,
    guidance: guidance as CaptureContext['live']['guidance'],
    hasShutter: true,
  }
  if (screen === 'camera') return { live }
  if (screen === 'turn') return { live, turn: { ...FIRST_VIEW, ask: 'left', word: 'left' } }
  if (screen === 'upload') return { progress: 0.4 }
  if (screen === 'retry') return { next: { next: 'retry', reasons: ['face_blurry'] } }
  if (screen === 'denied') return { cameraFailure: 'refused' }
  return screen === 'link-expired' ? { next: ENDED } : {}
}

/** As the flow would be on that screen, without its ever having run. @param video without a camera behind it */
export const toSnapshot = (look: PreviewLook, video: HTMLVideoElement): CaptureSnapshot => {
  const value = STATES[look.screen]
  // The looks are shown by `showTheme`; nobody wants to hear a preview.
  const { colors: _, radius: __, sound: ___, ...theme } = look.session.theme
  const session: CaptureContext['session'] = {
    ...look.session,
    theme,
    locale: look.locale,
    attempt_id: '',
    link: 'open',
    next: { next: 'capture' },
    consent_given: false,
    max_image_bytes: 0,
    handed_over: false,
    thresholds: {},
    engine: { files: [] },
  }
  const context: CaptureContext = { ...INITIAL_CONTEXT, session, ...toPart(look, video) }
  // Of a snapshot the screens read these three.
  const shown = { value, context, matches: (state: unknown) => state === value }
  return shown as unknown as CaptureSnapshot
}
