import { toHostMessage } from '@visavis/shared/embed-protocol'
import type { CaptureActor } from '../flow/create-capture.ts'
import { applyTheme } from './apply-theme.ts'

/** What the page around may do with a frame. */
export interface FrameControls {
  /** Absent: not begun yet. */
  capture: CaptureActor | undefined
  sayClosed: () => void
  setLocale: (locale: string) => void
}

const CANCEL = { type: 'capture.cancelled' } as const
const RETURN = { type: 'return.requested' } as const

const close = ({ capture, sayClosed }: FrameControls) => {
  // Pressed twice: the first one's answer is on its way.
  if (capture?.getSnapshot().matches('leaving')) return
  // Nothing to take back: not begun yet, on its way to Visavis, or over.
  if (!capture?.getSnapshot().can(CANCEL)) return sayClosed()
  capture.subscribe((snapshot) => {
    if (snapshot.can(RETURN) && !snapshot.matches('going')) capture.send(RETURN)
  })
  capture.send(CANCEL)
}

/** Does what the page around asks for; anything that is not of the protocol is nothing. */
export const followHost = (data: unknown, controls: FrameControls): void => {
  const message = toHostMessage(data)
  switch (message?.type) {
    case 'open':
      if (message.theme) applyTheme(message.theme)
      break
    case 'close':
      close(controls)
      break
    case 'set-locale':
      controls.setLocale(message.locale)
      break
    case 'set-theme':
      applyTheme(message.theme)
      break
  }
}
