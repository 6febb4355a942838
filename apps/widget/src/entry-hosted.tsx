import { createCapture } from './capture/create-capture.ts'
import { isWebUrl } from './is-web-url.ts'
import { mountApp } from './mount-app.tsx'

/** The fragment never reaches a server, and stays: a reload resumes. */
const token = location.hash.slice(1)

const goTo = (url: string) => {
  if (isWebUrl(url)) location.replace(url)
}

// Another link pasted over this one changes the fragment only.
addEventListener('hashchange', () => location.reload())

// The same page serves what a scanned code leads to.
if (location.pathname === '/handoff')
  void import('./mount-claim.tsx').then(({ mountClaim }) => mountClaim(token, goTo))
else void mountApp(createCapture({ token, goTo }))
