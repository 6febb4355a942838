import type { JourneyTheme } from '@visavis/shared/user-journeys'
import { deriveTheme, type Scheme } from './derive-theme.ts'

/** As the page around the frame asks, else as the device has it. */
const readScheme = (page: Document, device: MediaQueryList): Scheme => {
  const { theme } = page.documentElement.dataset
  if (theme === 'light' || theme === 'dark') return theme
  return device.matches ? 'dark' : 'light'
}

/**
 * Sets the journey's colours and corners in place of those of `tokens.css`, and again whenever light turns to dark: by
 * the object model, which the page's strict policy lets through where a style sheet or attribute would not be.
 */
export const applyJourneyTheme = ({ colors, radius }: JourneyTheme, page: Document = document): void => {
  const { documentElement: root } = page
  if (radius !== undefined) root.style.setProperty('--radius', `${radius}px`)
  if (!colors) return
  const device = matchMedia('(prefers-color-scheme: dark)')
  let shown: Scheme | undefined
  const show = () => {
    const scheme = readScheme(page, device)
    if (scheme === shown) return
    shown = scheme
    const theme = deriveTheme(colors, scheme)
    for (const [name, color] of Object.entries(theme)) root.style.setProperty(`--${name}`, color)
    for (const bar of page.querySelectorAll('meta[name=theme-color]')) bar.setAttribute('content', theme.card)
  }
  show()
  device.addEventListener('change', show)
  new MutationObserver(show).observe(root, { attributeFilter: ['data-theme'] })
}
