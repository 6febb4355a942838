export type { Capture, CaptureEvent, CaptureEvents, CloseRequest, EmbedTheme } from '@visavis/embed'
export { VisavisCapture, type VisavisCaptureProps } from './VisavisCapture.tsx'
