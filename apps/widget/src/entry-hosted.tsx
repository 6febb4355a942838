import { findApp } from './bridge/find-app.ts'
import { createCapture } from './flow/create-capture.ts'
import { isWebUrl } from './is-web-url.ts'
import { mountApp } from './mount-app.tsx'
import { LINK_SECRET } from './own-link.ts'

const goTo = (url: string) => {
  if (isWebUrl(url)) location.replace(url)
}

// Another link pasted over this one changes the fragment only.
addEventListener('hashchange', () => location.reload())

// The same page serves what a scanned code leads to.
if (location.pathname === '/handoff')
  void import('./mount-claim.tsx').then(({ mountClaim }) => mountClaim(LINK_SECRET, goTo))
else {
  const capture = createCapture({ token: LINK_SECRET, surface: 'redirect', goTo })
  void mountApp(capture)
  const app = findApp(window)
  if (app) void import('./bridge/native-channel.ts').then(({ reportToApp }) => reportToApp(capture, app))
}
