/**
 * What the console tells the capture page while it is a preview of a journey, and hears from it. Both are pages of one
 * origin. There is no link behind it: no token, no session, no camera.
 */
import type { CaptureSession } from './capture-api.ts'
import type { Locale } from './locales.ts'

/** Screens to look at. */
export const PREVIEW_SCREENS = [
  'start',
  'camera',
  'turn',
  'upload',
  'retry',
  'denied',
  'waiting',
  'done',
  'link-expired',
] as const
export type PreviewScreen = (typeof PREVIEW_SCREENS)[number]

/** Whatever was typed so far; a mistake in it shows as it would. */
export interface PreviewLook {
  type: 'preview.show'
  screen: PreviewScreen
  /** Of the live picture: a code of the page's guidance. */
  guidance: string
  scheme: 'light' | 'dark'
  locale: Locale
  session: Pick<
    CaptureSession,
    'purpose' | 'partner_name' | 'handoff' | 'theme' | 'copy' | 'photo_upload' | 'alternative_url' | 'notice'
  >
}

export type PreviewNews =
  /** It listens. */
  | { type: 'preview.ready' }
  /** Its own texts in that language by the keys of `copy`, as ICU MessageFormat. */
  | { type: 'preview.texts'; locale: Locale; texts: Readonly<Record<string, string>> }
