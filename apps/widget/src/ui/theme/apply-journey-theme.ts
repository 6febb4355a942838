import type { JourneyTheme } from '@visavis/shared/user-journeys'
import { deriveTheme } from './derive-theme.ts'

/**
 * Sets the journey's colours and corners as the custom properties that `tokens.css` looks for: by the object model,
 * which the page's strict policy lets through where a style sheet or attribute would not be.
 */
export const applyJourneyTheme = ({ colors, radius }: JourneyTheme, page: Document = document): void => {
  const { style } = page.documentElement
  if (radius !== undefined) style.setProperty('--radius', `${radius}px`)
  if (!colors) return
  for (const scheme of ['light', 'dark'] as const) {
    const theme = deriveTheme(colors, scheme)
    for (const [name, color] of Object.entries(theme)) style.setProperty(`--${scheme}-${name}`, color)
    const bar = `meta[name=theme-color][media*=${scheme}]`
    page.querySelector(bar)?.setAttribute('content', theme.card)
  }
}
