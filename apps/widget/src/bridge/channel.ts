/**
 * The frame's end of the line to the page around it: nothing else hears or speaks to that page. What a vendor's page
 * inside ours says is `follow-vendor-frame.ts`.
 */
import { EMBED_VERSION, isAcknowledge, type ReadyMessage } from '@visavis/shared/embed-handshake'
import type { CaptureEvent, FrameSignal } from '@visavis/shared/embed-protocol'
import { parseUrl } from '../parse-url.ts'

/** The page around may load its script after the frame: it is told again until it answers. */
const READY_INTERVAL_MS = 250
/** Whoever has not answered by then does not speak this protocol: a plain iframe without a script. */
const READY_TRIES = 240

/** What is said before anyone listens; guidance of a minute. */
const MAX_QUEUE_LENGTH = 100

export interface HostChannel {
  /** Kept until the page around has answered. */
  send(message: CaptureEvent | FrameSignal): void
  /** Whether the page around has answered. */
  isOpen(): boolean
}

export interface HostChannelOptions {
  /** Origins that the journey lets frame this page: nobody else is spoken to or listened to. */
  allowedOrigins: readonly string[]
  /** What comes through the port, from the right page but not looked at yet. */
  onData: (data: unknown) => void
  view?: Window
}

/** Who to tell: the parent if the browser names it, otherwise each that it may be; a browser delivers to that one. */
const toTargets = (allowed: readonly string[], { location, document }: Window): readonly string[] => {
  const parent = location.ancestorOrigins?.[0] ?? parseUrl(document.referrer)?.origin
  return parent !== undefined && allowed.includes(parent) ? [parent] : allowed
}

/**
 * Tells the page around that the frame is there, until that page acknowledges with this frame's nonce and a port. The
 * first answer counts; from then on only the port is used and nothing else is listened to.
 */
export const openHostChannel = ({
  allowedOrigins,
  onData,
  view = window,
}: HostChannelOptions): HostChannel => {
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-')
  const queue: (CaptureEvent | FrameSignal)[] = []
  let port: MessagePort | undefined
  let tries = 0

  const post = (message: CaptureEvent | FrameSignal) =>
    port?.postMessage({ ...message, visavis: EMBED_VERSION })

  const sayReady = () => {
    const ready: ReadyMessage = { visavis: EMBED_VERSION, type: 'ready', nonce }
    for (const origin of toTargets(allowedOrigins, view)) view.parent.postMessage(ready, origin)
    tries += 1
    if (tries >= READY_TRIES) clearInterval(timer)
  }

  const hear = ({ source, origin, data, ports: [given] }: MessageEvent) => {
    if (source !== view.parent || !allowedOrigins.includes(origin)) return
    if (!isAcknowledge(data, nonce) || !given) return
    clearInterval(timer)
    view.removeEventListener('message', hear)
    port = given
    port.onmessage = (event) => onData(event.data)
    for (const message of queue.splice(0)) post(message)
  }

  view.addEventListener('message', hear)
  const timer = setInterval(sayReady, READY_INTERVAL_MS)
  sayReady()

  return {
    send: (message) => {
      if (port) post(message)
      else if (queue.length < MAX_QUEUE_LENGTH) queue.push(message)
    },
    isOpen: () => port !== undefined,
  }
}
