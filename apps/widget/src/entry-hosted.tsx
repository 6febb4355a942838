import { createRoot } from 'react-dom/client'
import { createCapture } from './capture/create-capture.ts'
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

const root = document.getElementById('root')
if (root) createRoot(root).render(<App capture={createCapture({ token, goTo })} />)
