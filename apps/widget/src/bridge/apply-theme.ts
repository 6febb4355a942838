import type { EmbedTheme } from '@visavis/shared/embed-handshake'

const DARK = '(prefers-color-scheme: dark)'
const MEDIA: Readonly<Record<EmbedTheme, string>> = { auto: DARK, dark: 'all', light: 'not all' }

/** The rules that make the page dark apply as the page around asks, whatever the device prefers. */
export const applyTheme = (theme: EmbedTheme, page: Document = document): void => {
  page.documentElement.style.colorScheme = theme === 'auto' ? '' : theme
  for (const sheet of page.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue
      const isOurs = darkRules.has(rule) || rule.media.mediaText === DARK
      if (!isOurs) continue
      darkRules.add(rule)
      rule.media.mediaText = MEDIA[theme]
    }
  }
}

/** Known from before they were given another condition. */
const darkRules = new WeakSet<CSSMediaRule>()
