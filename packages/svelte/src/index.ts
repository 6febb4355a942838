import type { Capture, CaptureHandlers, OpenOptions } from '@visavis/embed'
import type { Component } from 'svelte'
import Untyped from './VisavisCapture.svelte'

export type {
  Capture,
  CaptureEvent,
  CaptureEvents,
  CaptureHandlers,
  CloseRequest,
  EmbedTheme,
} from '@visavis/embed'

export interface VisavisCaptureProps extends Omit<OpenOptions, 'container' | 'onEvent'>, CaptureHandlers {
  /** `inline`: where the component stands. `dialog`: over the page, for as long as the component is there. */
  display?: 'inline' | 'dialog'
  class?: string
  style?: string
}

/** What `bind:this` gives. */
export type VisavisCaptureHandle = Pick<Capture, 'close' | 'remove'>

/**
 * Shows the capture page of `verificationUrl`. Another address shows another capture; going away takes the frame
 * along and ends nothing. On a server: an empty `div`.
 */
// Typed here: a `.svelte` file has no types of its own in every module resolution.
export const VisavisCapture = Untyped as unknown as Component<VisavisCaptureProps, VisavisCaptureHandle>
