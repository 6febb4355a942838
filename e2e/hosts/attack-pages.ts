/** Pages that attack a capture, and an honest one to be attacked. */
import { stage, toFrameUrl } from './host-pages.ts'

/** Every message of the protocol, as somebody who has read the documentation would forge it. */
export const FORGERIES = `
const forgeries = (nonce) => [
  { visavis: 1, type: 'acknowledge', nonce },
  { visavis: 1, type: 'open', token: 'stolen', locale: 'de' },
  { visavis: 1, type: 'close' },
  { visavis: 1, type: 'set-locale', locale: 'de' },
  { visavis: 1, type: 'ready', nonce },
  { visavis: 1, type: 'capture.completed', attemptId: 'forged', id: 'forged', event: 'forged' },
  { visavis: 1, type: 'frame.closed' },
  { type: 'capture.completed' }, 'capture.completed', null, 7, [], 'x'.repeat(20_000_000),
  JSON.parse('{"visavis":1,"type":"acknowledge","__proto__":{"nonce":"n","polluted":true}}'),
  JSON.parse('{"__proto__":{"visavis":1,"type":"close","polluted":true}}'),
  { visavis: 1, type: 'constructor' }, { visavis: 1, type: '__proto__' },
]
const ports = []
const forge = (target, origin, nonce = 'guess') => {
  for (const message of forgeries(nonce)) {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => ports.push(data)
    target.postMessage(message, origin, [port2])
    for (const more of forgeries(nonce)) port1.postMessage(more)
  }
}`

/** Light DOM, so that others can reach it by its place among the frames. The page around is honest. */
export const honestFrame = (verificationUrl: string) =>
  `<iframe id="visavis" src="${toFrameUrl(verificationUrl)}" allow="camera" width="400" height="700"></iframe>`

/** The lines of the documentation, begun only when the test says so. */
export const HONEST_SCRIPT = `
const frame = document.querySelector('#visavis')
const { origin } = new URL(frame.src)
let nonce, line
addEventListener('message', ({ source, origin: from, data }) => {
  if (source === frame.contentWindow && from === origin && data?.type === 'ready') nonce = data.nonce
})
window.greet = () => {
  const { port1, port2 } = new MessageChannel()
  line = port1
  port1.onmessage = ({ data }) => keep(data)
  frame.contentWindow.postMessage({ visavis: 1, type: 'acknowledge', nonce }, origin, [port2])
}
window.hasNonce = () => nonce !== undefined
window.say = (message) => line.postMessage({ visavis: 1, ...message })
window.nonceOf = () => nonce`

/** The same, with a frame beside it that comes when the test says so; `attacked` is called when it has done its worst. */
export const withSibling = (verificationUrl: string, sibling: string): string =>
  stage(
    honestFrame(verificationUrl),
    `${HONEST_SCRIPT}
window.attack = () => new Promise((resolve) => {
  window.attacked = resolve
  addEventListener('message', ({ data }) => data === 'attacked' && resolve())
  const sibling = document.createElement('iframe')
  sibling.src = ${JSON.stringify(sibling)}
  document.body.append(sibling)
})`,
  )
