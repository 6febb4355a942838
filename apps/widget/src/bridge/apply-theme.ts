import type { EmbedTheme } from '@visavis/shared/embed-handshake'

/** As the page around asks, whatever the device prefers: the rules for it are in `tokens.css`. */
export const applyTheme = (theme: EmbedTheme, page: Document = document): void => {
  page.documentElement.dataset.theme = theme
}
