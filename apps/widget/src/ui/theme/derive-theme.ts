import { contrastOf, luminanceOf, MIN_TEXT_CONTRAST, toChannels } from '@visavis/shared/contrast'
import type { JourneyTheme } from '@visavis/shared/user-journeys'

export type Scheme = 'light' | 'dark'

/** What the page has without a journey's colours, as in `tokens.css`. */
export const OWN = {
  light: {
    card: '#ffffff',
    ink: '#14212b',
    accent: '#0b5f66',
    good: '#17663a',
    'good-soft': '#e2f3e8',
    care: '#7a4b00',
    'care-soft': '#fbf0dc',
    found: '#17804a',
  },
  dark: {
    card: '#141c22',
    ink: '#eaf0f4',
    accent: '#6fd3d2',
    good: '#7ddba1',
    'good-soft': '#163325',
    care: '#f2c46d',
    'care-soft': '#38290f',
    found: '#58d68d',
  },
} as const satisfies Record<Scheme, Record<string, string>>

/** Lines and controls beside what they lie on (WCAG 2.2, 1.4.11). */
const MIN_CONTROL_CONTRAST = 3
/** Black and white have the same contrast to this (WCAG 2.2, relative luminance). */
const MIDDLE_LUMINANCE = 0.179
const STEPS = 20

const mix = (from: string, to: string, share: number): string => {
  const target = toChannels(to)
  const channels = toChannels(from).map((value, index) =>
    Math.round(value + ((target[index] ?? value) - value) * share),
  )
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** The colour, or as little as possible further towards `to`, so that it stands out from every surface. */
const standOut = (color: string, to: string, surfaces: readonly string[], contrast: number): string => {
  for (let step = 0; step < STEPS; step += 1) {
    const tried = mix(color, to, step / STEPS)
    if (surfaces.every((surface) => contrastOf(tried, surface) >= contrast)) return tried
  }
  return to
}

const blackOrWhite = (surface: string): string =>
  luminanceOf(surface) > MIDDLE_LUMINANCE ? '#000000' : '#ffffff'

const schemeOf = (card: string): Scheme => (luminanceOf(card) > MIDDLE_LUMINANCE ? 'light' : 'dark')

/** Page and text: the journey's; one alone gets the other. Without either, those of the device's scheme. */
const toGround = ({ background, text }: NonNullable<JourneyTheme['colors']>, scheme: Scheme) => {
  if (background) {
    const own = OWN[schemeOf(background)].ink
    const fits = contrastOf(own, background) >= MIN_TEXT_CONTRAST
    return { card: background, ink: text ?? (fits ? own : blackOrWhite(background)) }
  }
  if (!text) return OWN[scheme]
  const own = OWN[schemeOf(text) === 'light' ? 'dark' : 'light'].card
  return { card: contrastOf(text, own) >= MIN_TEXT_CONTRAST ? own : blackOrWhite(text), ink: text }
}

/**
 * Every colour of the page from the few that a journey gives, for one scheme of the device. Pairs of the journey's own
 * are held to 4.5 : 1 before they are stored; here an accent that would be lost on the page, 3 : 1, goes towards the
 * text, and text on the accent that would be lost becomes black or white.
 */
export const deriveTheme = (colors: NonNullable<JourneyTheme['colors']>, scheme: Scheme) => {
  const { card, ink } = toGround(colors, scheme)
  const { accent: own, card: _card, ink: _ink, ...status } = OWN[schemeOf(card)]
  const wash = mix(card, ink, 0.05)
  const paper = mix(card, ink, 0.07)
  const wanted = colors.accent ?? own
  const accentSoft = mix(card, wanted, 0.12)
  const accent = standOut(wanted, ink, [card, accentSoft, paper], MIN_CONTROL_CONTRAST)
  const { accent_text: text } = colors
  const isLegible = text !== undefined && contrastOf(text, accent) >= MIN_TEXT_CONTRAST
  const onAccent = isLegible ? text : blackOrWhite(accent)
  return {
    ...status,
    card,
    ink,
    paper,
    wash,
    line: mix(card, ink, 0.14),
    quiet: standOut(mix(ink, card, 0.3), ink, [card, wash, paper], MIN_TEXT_CONTRAST),
    accent,
    'accent-soft': accentSoft,
    'accent-strong': mix(accent, luminanceOf(onAccent) > MIDDLE_LUMINANCE ? '#000000' : '#ffffff', 0.22),
    'on-accent': onAccent,
    scrim: `${card}b8`,
  }
}
