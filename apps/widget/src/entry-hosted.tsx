import { chooseLocale } from '@visavis/shared/choose-locale'
import { createRoot } from 'react-dom/client'
import { createCapture } from './capture/create-capture.ts'
import { loadLanguage } from './i18n/load-language.ts'
import { App } from './ui/App.tsx'
import './ui/styles/index.css'

/** The fragment never reaches a server, and stays: a reload resumes. */
const token = location.hash.slice(1)

/** A partner's address may only be a web page, whatever the answer held. */
const goTo = (url: string) => {
  const { protocol } = new URL(url, location.href)
  if (protocol === 'https:' || protocol === 'http:') location.replace(url)
}

// Another link pasted over this one changes the fragment only.
addEventListener('hashchange', () => location.reload())

/** A language that cannot be had is no reason to show nothing. @throws TypeError when not even English comes */
const loadFirstLanguage = async () => {
  try {
    return await loadLanguage(chooseLocale(navigator.languages))
  } catch {
    return await loadLanguage('en')
  }
}

const start = async (root: HTMLElement) => {
  const capture = createCapture({ token, goTo })
  createRoot(root).render(<App capture={capture} first={await loadFirstLanguage()} />)
}

const root = document.getElementById('root')
// Without a single catalogue there are no words to say it with; the console has the reason.
if (root) void start(root)
