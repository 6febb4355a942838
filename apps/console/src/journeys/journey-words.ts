/** The settings' values in words. */
import type { PreviewScreen } from '@visavis/shared/capture-preview'
import type { Locale } from '@visavis/shared/locales'
import type { ReviewPolicy } from '@visavis/shared/reviews'
import type {
  EnrolmentMatch,
  LivenessPolicy,
  LivenessStepUp,
  PhotoUpload,
  ReplayCheck,
} from '@visavis/shared/user-journeys'

type Options<Value extends string> = readonly (readonly [value: Value, words: string])[]

export const LEVEL_OPTIONS: Options<'1' | '2' | '3' | '4' | '5'> = [
  ['1', '1, loose'],
  ['2', '2'],
  ['3', '3, the usual one'],
  ['4', '4'],
  ['5', '5, strict'],
]

export const LIVENESS_OPTIONS: Options<LivenessPolicy> = [
  ['none', 'None: a good photo of the right face is approved'],
  ['passive', 'Passive: the server looks at the picture'],
  ['active', 'Active: the head is turned first'],
  ['required', 'Required: what the provider claims for itself'],
]

export const STEP_UP_WORDS: Record<LivenessStepUp['when'][number], string> = {
  repeated_declines: 'the applicant was declined twice or more',
  new_device: 'the applicant was never let in by that browser',
  low_passive_score: 'the picture passed, in the lowest band',
  photo_source: 'the picture is a file',
}

export const REVIEW_OPTIONS: Options<ReviewPolicy> = [
  ['off', 'Nobody'],
  ['on_decline', 'A person, where it was declined'],
  ['on_risk', 'A person, where it has a risk label'],
]

export const ENROLMENT_OPTIONS: Options<EnrolmentMatch> = [
  ['required', 'Has to match the one on file; goes to review where not'],
  ['review', 'Always goes to review'],
  ['off', 'Is used at once'],
]

export const PHOTO_OPTIONS: Options<PhotoUpload | 'default'> = [
  ['default', 'Never to authenticate; to enrol, where the camera does not work'],
  ['never', 'Never'],
  ['fallback', 'Where the camera does not work'],
  ['always', 'Always, beside the camera'],
]

export const REPLAY_OPTIONS: Options<ReplayCheck> = [
  ['refuse', 'Refused'],
  ['off', 'Taken: for tests whose camera plays a film'],
]

export const LOCALE_WORDS: Record<Locale, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  pl: 'Polish',
  ar: 'Arabic',
  ja: 'Japanese',
  'zh-Hans': 'Chinese, simplified',
  hi: 'Hindi',
}

const SCREEN_WORDS: Record<PreviewScreen, string> = {
  start: 'Start',
  camera: 'Live picture',
  turn: 'Turn of the head',
  upload: 'Picture on its way',
  retry: 'Another picture',
  denied: 'No camera',
  waiting: 'Waiting for a verdict',
  done: 'Done',
  'link-expired': 'Link ran out',
}
export const SCREEN_OPTIONS = Object.entries(SCREEN_WORDS) as [PreviewScreen, string][]

/** `inter_eye_distance` → `Inter eye distance` */
export const toPlainWords = (name: string): string => {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
