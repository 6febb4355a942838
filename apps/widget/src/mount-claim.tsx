import { chooseLocale } from '@visavis/shared/choose-locale'
import { directionOf } from '@visavis/shared/locales'
import { createRoot } from 'react-dom/client'
import { createHandoffClient } from './api/handoff-client.ts'
import { loadHandoffCopy } from './i18n/load-handoff-copy.ts'
import { ClaimScreen } from './ui/screens/ClaimScreen.tsx'
import './ui/styles/index.css'

/**
 * @param fragment `{handoff}.{code}` of the page's address
 * @throws TypeError when its words do not come: then the page's own lines say so
 */
export const mountClaim = async (fragment: string, goTo: (url: string) => void): Promise<void> => {
  const host = document.getElementById('root')
  if (!host) throw new Error('the page has no root')
  const [handoff = '', code = ''] = fragment.split('.')
  const locale = chooseLocale(navigator.languages)
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  const client = createHandoffClient()
  const words = await loadHandoffCopy(locale)
  createRoot(host).render(<ClaimScreen {...{ client, handoff, code, locale, words, goTo }} />)
}
