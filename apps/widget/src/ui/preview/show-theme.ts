import type { JourneyTheme } from '@visavis/shared/user-journeys'
import { deriveTheme, type Scheme } from '../theme/derive-theme.ts'

/** A journey's look in place of the one shown before: in a preview it changes with every letter. */
export const showTheme = (
  { colors, radius }: JourneyTheme,
  scheme: Scheme,
  page: Document = document,
): void => {
  const { documentElement: root } = page
  root.dataset.theme = scheme
  root.removeAttribute('style')
  if (radius !== undefined) root.style.setProperty('--radius', `${radius}px`)
  if (!colors) return
  for (const [name, color] of Object.entries(deriveTheme(colors, scheme))) {
    root.style.setProperty(`--${name}`, color)
  }
}
