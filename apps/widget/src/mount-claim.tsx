import { chooseLocale } from '@visavis/shared/choose-locale'
import { directionOf } from '@visavis/shared/locales'
import { createRoot } from 'react-dom/client'
import { createHandoffClient } from './api/handoff-client.ts'
import { ClaimScreen } from './ui/screens/ClaimScreen.tsx'
import './ui/styles/index.css'

/** @param fragment `{handoff}.{code}` of the page's address */
export const mountClaim = (fragment: string, goTo: (url: string) => void): void => {
  const host = document.getElementById('root')
  if (!host) throw new Error('the page has no root')
  const [handoff = '', code = ''] = fragment.split('.')
  const locale = chooseLocale(navigator.languages)
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  const client = createHandoffClient()
  createRoot(host).render(<ClaimScreen {...{ client, handoff, code, locale, goTo }} />)
}
