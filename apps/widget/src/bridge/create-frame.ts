import type { EmbedTheme, FrameCommand, OpenMessage } from '@visavis/shared/embed-protocol'
import { type CaptureActor, createCapture } from '../capture/create-capture.ts'
import type { HostChannel } from './channel.ts'
import { reportCapture } from './report-capture.ts'

/** A page around that has the token answers at once; when none came by then, none comes. */
const TOKEN_TIMEOUT_MS = 10_000

export interface CreateFrameOptions {
  /** From the frame's address; empty: the page around sends it over the private port. */
  token: string
  openChannel: (onMessage: (message: FrameCommand | OpenMessage) => void) => HostChannel
  /** Shows the flow; calling what comes back changes the language. */
  mount: (capture: CaptureActor, locale?: string) => Promise<(locale: string) => void>
  /** Leaves the frame for the partner's address: when no page around listens. */
  goTo: (url: string) => void
}

const CANCEL = { type: 'capture.cancelled' } as const
const RETURN = { type: 'return.requested' } as const

/** The flow in a frame: begun with its token, told of and told to by the page around. */
export const createFrame = ({ token, openChannel, mount, goTo }: CreateFrameOptions): void => {
  let capture: CaptureActor | undefined
  let locale: string | undefined
  let speak: ((locale: string) => void) | undefined

  const sayClosed = () => channel.send({ type: 'frame.closed' })

  const begin = async (given: string) => {
    if (capture) return
    clearTimeout(deadline)
    const started = createCapture({
      token: given,
      goTo: (url) => (channel.isOpen() ? sayClosed() : goTo(url)),
      goToVendor: () => 'stays',
    })
    capture = started
    reportCapture(started, channel.send)
    speak = await mount(started, locale)
    if (locale) speak(locale)
  }

  const close = (running: CaptureActor | undefined) => {
    // Nothing to take back: not begun yet, on its way to Visavis, or over.
    if (!running?.getSnapshot().can(CANCEL)) return sayClosed()
    running.subscribe((snapshot) => {
      if (snapshot.can(RETURN) && !snapshot.matches('going')) running.send(RETURN)
    })
    running.send(CANCEL)
  }

  const setLocale = (asked: string) => {
    locale = asked
    speak?.(asked)
  }

  const setTheme = (theme: EmbedTheme) => {
    // Without it the page looks as the device prefers.
    import('./frame-later.ts').then(
      ({ applyTheme }) => applyTheme(theme),
      () => undefined,
    )
  }

  const obey = (message: FrameCommand | OpenMessage) => {
    switch (message.type) {
      case 'open':
        if (message.locale) setLocale(message.locale)
        if (message.theme) setTheme(message.theme)
        void begin(message.token)
        break
      case 'close':
        close(capture)
        break
      case 'set-locale':
        setLocale(message.locale)
        break
      case 'set-theme':
        setTheme(message.theme)
        break
    }
  }

  const deadline = setTimeout(() => void begin(''), TOKEN_TIMEOUT_MS)
  const channel = openChannel(obey)
  addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) channel.send({ type: 'frame.escaped' })
  })
  if (token) void begin(token)
}
