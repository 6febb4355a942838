export type { Capture, CaptureEvent, CaptureEvents, CloseRequest, EmbedTheme } from '@visavis/embed'
export {
  VisavisCapture,
  type VisavisCaptureEmits,
  type VisavisCaptureHandle,
  type VisavisCaptureProps,
} from './VisavisCapture.ts'
