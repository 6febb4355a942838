/** The page's end of the line to the frame, and the only place here that hears or posts a message. */
import { EMBED_VERSION, isReady, type OpenMessage } from '@visavis/shared/embed-handshake'
import {
  type CaptureEvent,
  type FrameCommand,
  type FrameSignal,
  toFrameMessage,
} from '@visavis/shared/embed-protocol'

export interface FrameChannel {
  /** @returns whether there is anybody to hear it */
  send(message: FrameCommand | OpenMessage): boolean
  close(): void
}

interface FrameChannelOptions {
  frame: HTMLIFrameElement
  /** The frame's: nobody else is spoken to or listened to. */
  origin: string
  /** The frame is there, for the first time or after a reload. */
  onReady: (send: FrameChannel['send']) => void
  onMessage: (message: CaptureEvent | FrameSignal) => void
}

/** Answers the frame's `ready` with a private port, once for each document that says it. */
export const openFrameChannel = ({
  frame,
  origin,
  onReady,
  onMessage,
}: FrameChannelOptions): FrameChannel => {
  let port: MessagePort | undefined
  let known: string | undefined

  const send = (message: FrameCommand | OpenMessage): boolean => {
    port?.postMessage({ ...message, visavis: EMBED_VERSION })
    return Boolean(port)
  }
  const hear = ({ source, origin: from, data }: MessageEvent) => {
    if (!source || source !== frame.contentWindow || from !== origin || !isReady(data)) return
    // The frame says it until it is answered: the second time may have crossed the answer.
    const { nonce } = data
    if (nonce === known) return
    known = nonce
    port?.close()
    const { port1, port2 } = new MessageChannel()
    port = port1
    port1.onmessage = (heard) => {
      const message = toFrameMessage(heard.data)
      if (message) onMessage(message)
    }
    const answer = { visavis: EMBED_VERSION, type: 'acknowledge', nonce }
    frame.contentWindow?.postMessage(answer, origin, [port2])
    onReady(send)
  }
  addEventListener('message', hear)

  return {
    send,
    close: () => {
      removeEventListener('message', hear)
      port?.close()
      port = undefined
    },
  }
}
