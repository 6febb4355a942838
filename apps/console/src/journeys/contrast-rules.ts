import { contrastOf, MIN_TEXT_CONTRAST } from '@visavis/shared/contrast'
import type { JourneyTheme } from '@visavis/shared/user-journeys'

type Colors = NonNullable<JourneyTheme['colors']>

/** Lines and controls beside what they lie on (WCAG 2.2, 1.4.11). */
const MIN_CONTROL_CONTRAST = 3

export interface Contrast {
  name: string
  ratio: number
  needed: number
  isEnough: boolean
  /** What comes of too little. */
  otherwise: string
}

const COLOR = /^#[0-9a-f]{6}$/i

const toContrast = (
  name: string,
  [one, other]: readonly [string | undefined, string | undefined],
  needed: number,
  otherwise: string,
): Contrast[] => {
  // Half a colour has no contrast yet; of a pair with one alone the page finds the other.
  if (one === undefined || other === undefined || !COLOR.test(one) || !COLOR.test(other)) return []
  const ratio = contrastOf(one, other)
  return [{ name, ratio, needed, isEnough: ratio >= needed, otherwise }]
}

const REFUSED = 'The journey cannot be saved like this.'
const MOVED = 'The page moves the accent towards the text until it stands out.'

/** Of the colours that meet on the page, as the server judges them. */
export const listContrasts = ({ accent, accent_text, background, text }: Colors): Contrast[] => [
  ...toContrast('Text on the background', [text, background], MIN_TEXT_CONTRAST, REFUSED),
  ...toContrast('Text on the accent', [accent_text, accent], MIN_TEXT_CONTRAST, REFUSED),
  ...toContrast('Accent on the background', [accent, background], MIN_CONTROL_CONTRAST, MOVED),
]

/** `4.53 : 1`, rounded down: 4.499 is not enough, and must not look so. */
export const formatRatio = (ratio: number): string => `${(Math.floor(ratio * 100) / 100).toFixed(2)} : 1`
