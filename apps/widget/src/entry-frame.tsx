import { openHostChannel } from './bridge/channel.ts'
import { createFrame } from './bridge/create-frame.ts'
import { isWebUrl } from './is-web-url.ts'
import { mountApp } from './mount-app.tsx'
import { LINK_SECRET } from './own-link.ts'

const readAllowedOrigins = (): string[] => {
  const slot = document.querySelector<HTMLMetaElement>('meta[name=visavis-frame-origins]')
  return slot?.content.split(' ').filter(Boolean) ?? []
}

const isFramed = window.parent !== window

// Another token in the address of the frame changes the fragment only.
addEventListener('hashchange', () => location.reload())

createFrame({
  token: LINK_SECRET,
  openChannel: (onData) => openHostChannel({ allowedOrigins: isFramed ? readAllowedOrigins() : [], onData }),
  mount: mountApp,
  goTo: (url) => {
    if (isWebUrl(url)) location.replace(url)
  },
})
