import type { OpenMessage } from '@visavis/shared/embed-handshake'
import type { CaptureEvent, FrameCommand, FrameSignal } from '@visavis/shared/embed-protocol'
import { openFrameChannel } from './channel.ts'
import { readLink } from './read-link.ts'
import type { FrameOptions } from './types.ts'

/** A frame that came says so before it has loaded; without a word by then it is an error page of the browser. */
const SILENCE_MS = 3000
const RETRIES = 2

export interface MountedFrame {
  send(command: FrameCommand): boolean
  remove(): void
}

/** Puts the frame there, opens it with its token and tries again when it does not come. @throws TypeError */
export const mountFrame = (
  place: ParentNode,
  { verificationUrl, locale, theme, label }: FrameOptions,
  onMessage: (message: CaptureEvent | FrameSignal) => void,
): MountedFrame => {
  const { src, origin, token } = readLink(verificationUrl)
  const frame = document.createElement('iframe')
  /** The latest: also of a frame that was not there yet, or is loaded again. */
  const look: Pick<OpenMessage, 'locale' | 'theme'> = { locale, theme }
  let silence: ReturnType<typeof setTimeout> | undefined
  let retries = RETRIES

  /** The colours go along in the address: they are wanted before anything can be said to the frame. */
  const load = () => {
    // An attribute may hold anything: none of it may become the fragment, where a token would stand.
    frame.src = look.theme ? `${src}?theme=${encodeURIComponent(look.theme)}` : src
  }
  const tryAgain = () => {
    retries -= 1
    if (retries >= 0) return load()
    // biome-ignore lint/suspicious/noConsole: the reader is whoever builds the page, and has no other place to look
    console.error(
      `Visavis: ${src} does not answer. Check allowed_frame_origins, frame-src and Cross-Origin-Embedder-Policy.`,
    )
    onMessage({ type: 'capture.failed', attemptId: '', code: 'frame_unreachable', isFinal: true })
  }
  const { send, close } = openFrameChannel({
    frame,
    origin,
    onReady: (sendFirst) => {
      clearTimeout(silence)
      // Nothing more to wait for: from here on the frame itself says what goes wrong.
      frame.onload = null
      sendFirst({ type: 'open', token, ...look })
    },
    onMessage,
  })

  frame.title = label || 'Visavis'
  frame.allow = 'camera; fullscreen'
  // Without top navigation: the frame can take nobody away from this page. What leads elsewhere, a vendor's page or the
  // way without a face, is opened beside it, and is no part of the sandbox.
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
  )
  // For browsers that do not tell a frame who is around it.
  frame.referrerPolicy = 'origin'
  frame.onload = () => {
    clearTimeout(silence)
    silence = setTimeout(tryAgain, SILENCE_MS)
  }
  load()
  place.append(frame)

  return {
    send: (command) => {
      const { type: _, ...wish } = command
      Object.assign(look, wish)
      return send(command)
    },
    remove: () => {
      clearTimeout(silence)
      close()
      frame.remove()
    },
  }
}
