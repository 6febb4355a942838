/**
 * Stands where the capture page would: a button, no camera. `auto` presses it by itself. In a frame it speaks the embed
 * protocol, to whoever frames it: this is for tests, on machines where nothing has to be kept from anybody.
 */
export const fakePage = ({ isFrame, auto }: { isFrame: boolean; auto: boolean }): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fake capture</title>
<link rel="icon" href="data:,"><h1>Fake capture</h1><button type="button" id="finish">Finish</button>
<script type="module">
let token = location.hash.slice(1), port
const nonce = crypto.randomUUID()
const say = (message) => port?.postMessage({ visavis: 1, ...message })
const finish = async () => {
  const answer = await fetch('/fake/finish', { method: 'POST', headers: { authorization: 'Bearer ' + token } })
  const { redirectUrl, events } = await answer.json()
  for (const event of events ?? []) say(event)
  if (port) say({ type: 'frame.closed' })
  else if (redirectUrl) location.replace(redirectUrl)
}
document.querySelector('#finish').onclick = finish
const begin = () => { if (${auto}) void finish() }
if (${isFrame} && parent !== window) {
  const timer = setInterval(() => parent.postMessage({ visavis: 1, type: 'ready', nonce }, '*'), 50)
  addEventListener('message', ({ source, data, ports }) => {
    if (source !== parent || data?.type !== 'acknowledge' || data.nonce !== nonce || port) return
    clearInterval(timer)
    port = ports[0]
    port.onmessage = ({ data: message }) => {
      if (message.type === 'open') { token = message.token; begin() }
      if (message.type === 'close') say({ type: 'frame.closed' })
    }
    if (token) begin()
  })
} else begin()
</script></html>`
