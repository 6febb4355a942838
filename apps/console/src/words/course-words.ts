/** Names of what a capture page tells in words, for people. */
import type { CameraFailureReason, CourseStep, ToldGuidance } from '@visavis/shared/capture-course'
import type { FunnelStep } from '@visavis/shared/overview-api'

export const FUNNEL_WORDS: Record<FunnelStep, string> = {
  created: 'Created',
  opened: 'Link opened',
  agreed: 'Agreed',
  camera: 'Camera shows',
  captured: 'Picture taken',
  decided: 'Decided',
}

export const STEP_WORDS: Record<CourseStep, string> = {
  start: 'before they agreed',
  camera_prompt: 'asked for the camera',
  camera: 'at the camera',
  turn: 'turning the head',
  camera_denied: 'without a camera',
  sending: 'sending the picture',
  waiting: 'waiting for the outcome',
  retry: 'asked for another picture',
  vendor: 'with the vendor',
  problem: 'told of a problem',
}

export const GUIDANCE_WORDS: Record<ToldGuidance, string> = {
  no_face: 'no face to be seen',
  several_faces: 'several faces',
  too_far: 'come closer',
  too_close: 'go back a little',
  off_centre: 'into the middle',
  cropped: 'whole face into the picture',
  turned: 'look straight ahead',
  eyes_closed: 'open your eyes',
  eyes_covered: 'eyes are covered',
  mouth_covered: 'mouth is covered',
  face_covered: 'face is covered',
  too_dark: 'too dark',
  too_bright: 'too bright',
  uneven_light: 'light from one side',
  low_contrast: 'not enough contrast',
  grey_picture: 'no colours',
  blurry: 'out of focus',
  hold_still: 'hold still',
  starting: 'checks on their way',
  manual: 'press the button',
}

export const CAMERA_WORDS: Record<CameraFailureReason, string> = {
  refused: 'refused by the person or the browser',
  system: 'forbidden by the device’s settings',
  policy: 'not passed on by the page around',
  insecure: 'no TLS',
  missing: 'there is no camera',
  busy: 'in use elsewhere, or dead',
  unsupported: 'not in this browser',
}

const regions = new Intl.DisplayNames('en', { type: 'region' })

/** What is no region keeps its two letters. */
export const toCountry = (code: string): string => regions.of(code) ?? code

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })

/** `33.3%`; nothing of nothing is a dash. */
export const formatShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : percent.format(part / whole)

const DEVICE_NAMES: Readonly<Record<string, string>> = {
  phone: 'phones',
  tablet: 'tablets',
  desktop: 'computers',
}

export const toDeviceWords = (device: string, system: string | undefined): string =>
  [system, DEVICE_NAMES[device] ?? device].filter(Boolean).join(' ')
