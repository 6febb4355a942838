export type {
  CaptureEvent,
  CaptureEvents,
  CaptureEventType,
  EmbedTheme,
} from '@visavis/shared/embed-protocol'
export { defineElement, type VisavisCaptureElement } from './define-element.ts'
export { loadVisavis, type VisavisApi } from './load-visavis.ts'
export { open } from './open.ts'
export type { Capture, CloseRequest, FrameOptions, OpenOptions } from './types.ts'
