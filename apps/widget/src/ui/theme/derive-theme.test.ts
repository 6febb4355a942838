import { contrastOf } from '@visavis/shared/contrast'
import { describe, expect, it } from 'vitest'
import css from '../styles/tokens.css?raw'
import { deriveTheme, OWN, type Scheme } from './derive-theme.ts'

const SHADES = ['00', '55', 'aa', 'ff']
const COLORS = SHADES.flatMap((red) =>
  SHADES.flatMap((green) => SHADES.map((blue) => `#${red}${green}${blue}`)),
)
const SCHEMES: Scheme[] = ['light', 'dark']

const expectLegible = (theme: ReturnType<typeof deriveTheme>) => {
  const { card, ink, quiet, wash, paper, accent } = theme
  for (const surface of [card, wash]) {
    expect(contrastOf(ink, surface), `ink on ${surface}`).toBeGreaterThanOrEqual(4)
    expect(contrastOf(quiet, surface), `quiet on ${surface}`).toBeGreaterThanOrEqual(4)
  }
  expect(contrastOf(ink, card)).toBeGreaterThanOrEqual(4.5)
  expect(contrastOf(theme['on-accent'], accent)).toBeGreaterThanOrEqual(4.5)
  expect(contrastOf(theme['on-accent'], theme['accent-strong'])).toBeGreaterThanOrEqual(4.5)
  for (const surface of [card, paper, theme['accent-soft']]) {
    expect(contrastOf(accent, surface), `accent on ${surface}`).toBeGreaterThanOrEqual(3)
  }
}

describe('deriveTheme', () => {
  it.each(SCHEMES)('makes any accent stand out, %s', (scheme) => {
    for (const accent of COLORS) expectLegible(deriveTheme({ accent }, scheme))
  })
  it.each(['background', 'text'] as const)('finds the rest for any %s', (name) => {
    for (const color of COLORS) expectLegible(deriveTheme({ [name]: color, accent: color }, 'light'))
  })
  it('keeps what is good as it is', () => {
    const colors = { accent: '#7a0019', accent_text: '#ffffff', background: '#fffaf0', text: '#222222' }
    expect(deriveTheme(colors, 'light')).toMatchObject({
      accent: '#7a0019',
      'on-accent': '#ffffff',
      card: '#fffaf0',
      ink: '#222222',
    })
  })
  it('looks the same in light and dark with a ground of its own', () => {
    const colors = { background: '#101820', accent: '#ffd166' }
    expect(deriveTheme(colors, 'light')).toEqual(deriveTheme(colors, 'dark'))
    expect(deriveTheme(colors, 'light').good).toBe(OWN.dark.good)
  })
  it('follows the device with an accent alone', () => {
    expect(deriveTheme({ accent: '#7a0019' }, 'dark').card).toBe(OWN.dark.card)
    expect(deriveTheme({ accent: '#7a0019' }, 'light').card).toBe(OWN.light.card)
  })
})

it('knows the colours of the stylesheet', () => {
  for (const [name, light] of Object.entries(OWN.light)) {
    const dark = OWN.dark[name as keyof typeof OWN.dark]
    expect(css).toContain(`--${name}: light-dark(${light}, ${dark});`)
  }
})
