import type { PageSurface } from '@visavis/shared/attempt-details'
import { isOpen, isText, readOwn } from '@visavis/shared/embed-handshake'
import { type CaptureActor, createCapture } from '../flow/create-capture.ts'
import type { HostChannel } from './channel.ts'
import { reportCapture } from './report-capture.ts'

/** A page around that has the token answers at once; when none came by then, none comes. */
const TOKEN_TIMEOUT_MS = 10_000

export interface CreateFrameOptions {
  /** From the frame's address; empty: the page around sends it over the private port. */
  token: string
  openChannel: (onData: (data: unknown) => void) => HostChannel
  /** Shows the flow; calling what comes back changes the language. */
  mount: (capture: CaptureActor, locale?: string) => Promise<(locale: string) => void>
  /** Leaves the frame for the partner's address: when no page around listens. */
  goTo: (url: string) => void
}

/** The flow in a frame: begun with its token, told of and told to by the page around. */
export const createFrame = ({ token, openChannel, mount, goTo }: CreateFrameOptions): void => {
  let capture: CaptureActor | undefined
  let locale: string | undefined
  let speak: ((locale: string) => void) | undefined
  let later: Promise<typeof import('./follow-host.ts')> | undefined

  const sayClosed = () => channel.send({ type: 'frame.closed' })
  const setLocale = (asked: string) => {
    locale = asked
    speak?.(asked)
  }

  const begin = async (given: string, surface: PageSurface) => {
    if (capture) return
    clearTimeout(deadline)
    capture = createCapture({
      token: given,
      surface,
      goTo: (url) => (channel.isOpen() ? sayClosed() : goTo(url)),
      goToVendor: () => 'stays',
    })
    reportCapture(capture, channel.send)
    speak = await mount(capture, locale)
    if (locale) speak(locale)
  }

  const hear = (data: unknown) => {
    if (isOpen(data)) {
      const asked = readOwn(data, 'locale')
      if (isText(asked)) locale = asked
      void begin(data.token, 'script')
    }
    // One for all that is said meanwhile: a browser answers several imports of a chunk in any order, and of two wishes
    // the first one would count.
    later ??= import('./follow-host.ts')
    later.then(
      ({ followHost }) => followHost(data, { capture, sayClosed, setLocale }),
      // The line broke. The page around does not wait for long, and looks are no matter of life and death.
      () => {
        later = undefined
      },
    )
  }

  const deadline = setTimeout(() => void begin('', 'iframe'), TOKEN_TIMEOUT_MS)
  const channel = openChannel(hear)
  addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) channel.send({ type: 'frame.escaped' })
  })
  if (token) void begin(token, 'iframe')
}
