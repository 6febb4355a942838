import type { EmbedTheme } from '@visavis/shared/embed-handshake'
import type { CaptureEvent } from '@visavis/shared/embed-protocol'

export interface FrameOptions {
  /** As the partner API gave it: `_links.verification_url.href`, token included. */
  verificationUrl: string
  /** BCP 47. Default: what the attempt or the journey says, otherwise the browser's. */
  locale?: string | undefined
  /** Default: what the device prefers. */
  theme?: EmbedTheme | undefined
  /** What screen readers call the frame. Default: `Visavis`. */
  label?: string | undefined
}

/** Escape or the dialog's own button. `preventDefault()` keeps it open, e.g. until the person has confirmed. */
export interface CloseRequest {
  readonly type: 'dialog.close-requested'
  preventDefault(): void
}

export interface OpenOptions extends FrameOptions {
  /** Where to show it. Default: a modal dialog over the page. */
  container?: HTMLElement | undefined
  /** What the dialog's button is called. Default: `Close`. */
  closeLabel?: string | undefined
  onEvent?: ((event: CaptureEvent | CloseRequest) => void) | undefined
}

export interface Capture {
  /** As if the person had chosen to go back: an attempt that is under way ends as aborted. */
  close(): void
  /** Takes the frame out of the page at once. The attempt stays as it is: the same link resumes. */
  remove(): void
  setLocale(locale: string): void
  setTheme(theme: EmbedTheme): void
  /** Resolves when the frame is gone from the page, however it came to that. */
  readonly closed: Promise<void>
}
