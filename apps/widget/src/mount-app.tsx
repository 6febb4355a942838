import { chooseLocale } from '@visavis/shared/choose-locale'
import { createRoot } from 'react-dom/client'
import type { CaptureActor } from './flow/create-capture.ts'
import { loadLanguage } from './i18n/load-language.ts'
import { App } from './ui/App.tsx'
import { followCapture } from './ui/follow-capture.ts'
import './ui/styles/index.css'

/** A language that cannot be had is no reason to show nothing. @throws TypeError when not even English comes */
const loadFirstLanguage = async (asked: string | undefined) => {
  try {
    return await loadLanguage(chooseLocale([asked, ...navigator.languages]))
  } catch {
    return await loadLanguage('en')
  }
}

/** Shows the flow in the page. Calling what comes back shows it in another language. */
export const mountApp = async (capture: CaptureActor, asked?: string) => {
  const host = document.getElementById('root')
  // Without a single catalogue the lines in the page itself (`start-shell.js`) say it.
  const first = await loadFirstLanguage(asked)
  if (!host) throw new Error('the page has no root')
  const root = createRoot(host)
  const shown = followCapture(capture)
  const show = (locale: string | undefined) =>
    root.render(<App capture={shown} first={first} asked={locale} />)
  show(asked)
  return show
}
