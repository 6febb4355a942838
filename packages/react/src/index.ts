export type {
  Capture,
  CaptureEvent,
  CaptureEvents,
  CaptureHandlers,
  CloseRequest,
  EmbedTheme,
} from '@visavis/embed'
export { VisavisCapture, type VisavisCaptureHandle, type VisavisCaptureProps } from './VisavisCapture.tsx'
