import { createHash } from 'node:crypto'
import { EMBED_VERSION } from '@visavis/shared/embed-handshake'
import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import type { Context } from 'hono'
import type { AppEnv } from '../../../http/env.ts'
import { EMBEDDABLE, setHeaders, toRefusedPolicy } from '../../../http/security-headers.ts'
import { isFrameOrigin } from '../../journeys/index.ts'

const FAILED: CaptureEvent = { type: 'capture.failed', attemptId: '', code: 'frame_refused', isFinal: true }

/** As much of the embed protocol as it takes to tell the page around: `docs/embed-protocol.md`, "On the wire". */
const SCRIPT = `const own = { visavis: ${EMBED_VERSION} }
const framer = document.querySelector('meta[name=visavis-framer]').content
const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-')
const sayReady = () => parent.postMessage({ ...own, type: 'ready', nonce }, framer)
const timer = setInterval(sayReady, 250)
setTimeout(clearInterval, 60000, timer)
const hear = ({ source, origin, data, ports: [port] }) => {
  if (source !== parent || origin !== framer || data?.nonce !== nonce || !port) return
  clearInterval(timer)
  removeEventListener('message', hear)
  port.onmessage = ({ data }) => data?.type === 'close' && port.postMessage({ ...own, type: 'frame.closed' })
  port.postMessage({ ...own, ...${JSON.stringify(FAILED)} })
}
addEventListener('message', hear)
sayReady()
console.error("Visavis: this frame is refused, because " + framer + " is not in the journey's allowed_frame_origins.")
`

const SCRIPT_HASH = createHash('sha256').update(SCRIPT).digest('base64')

/**
 * The origin of the page that frames this one, where the browser names it and the journey does not let it. Elsewhere the
 * browser refuses by `frame-ancestors`, and tells the page around nothing.
 * @param ownOrigin named by browsers that hide where they come from, and when the frame loads itself anew
 */
export const findRefusedOrigin = (
  c: Context<AppEnv>,
  allowedOrigins: readonly string[],
  ownOrigin: string,
): string | undefined => {
  if (c.req.header('sec-fetch-dest') !== 'iframe') return undefined
  const origin = URL.parse(c.req.header('referer') ?? '')?.origin
  if (origin === undefined || !isFrameOrigin(origin)) return undefined
  return [ownOrigin, ...allowedOrigins].includes(origin) ? undefined : origin
}

/** In place of the browser's grey page: nothing of a capture, and a word to whoever builds the page around. */
export const refuseFrame = (c: Context<AppEnv>, origin: string) => {
  setHeaders(c, EMBEDDABLE)
  c.header('Content-Security-Policy', toRefusedPolicy(SCRIPT_HASH, origin))
  // Origins are letters, digits and `:/.-[]`: nothing that HTML would read otherwise.
  return c.html(`<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="visavis-framer" content="${origin}" />
<title>Visavis</title>
<p>${origin} may not show this page.</p>
<script>${SCRIPT}</script>
</html>
`)
}
