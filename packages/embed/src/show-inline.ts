import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import { mountFrame } from './mount-frame.ts'
import { FRAME_CSS, setStyles } from './styles.ts'
import type { Capture, FrameOptions } from './types.ts'

const FIRST_HEIGHT_PX = 600
/** A frame that asks for more scrolls. */
const MAX_HEIGHT_PX = 900
/** To take leave of Visavis; then the frame goes anyway. */
const CLOSE_TIMEOUT_MS = 3000

/** What every way of showing has in common; `take` clears it away. */
export const toCapture = (send: ReturnType<typeof mountFrame>['send'], take: () => void): Capture => {
  let resolve: () => void
  const closed = new Promise<void>((done) => {
    resolve = done
  })
  let deadline: ReturnType<typeof setTimeout> | undefined
  const remove = () => {
    clearTimeout(deadline)
    take()
    resolve()
  }
  return {
    remove,
    closed,
    close: () => {
      if (!send({ type: 'close' })) return remove()
      deadline ??= setTimeout(remove, CLOSE_TIMEOUT_MS)
    },
    setLocale: (locale) => void send({ type: 'set-locale', locale }),
    setTheme: (theme) => void send({ type: 'set-theme', theme }),
  }
}

/**
 * In the flow of the page. As high as its content, growing but never shrinking under the person's fingers; a height
 * that the page gives the element goes before.
 */
export const showInline = (
  root: ShadowRoot,
  options: FrameOptions,
  onEvent: (event: CaptureEvent) => void,
): Capture => {
  let height = FIRST_HEIGHT_PX
  const grow = (needed: number) => {
    height = Math.max(height, Math.min(needed, MAX_HEIGHT_PX))
    setStyles(root, `:host{display:block;height:${height}px}${FRAME_CSS}`)
  }
  const frame = mountFrame(root, options, (message) => {
    if (message.type === 'frame.closed') return capture.remove()
    if (message.type === 'frame.escaped') return
    if (message.type === 'capture.resized') grow(message.height)
    onEvent(message)
  })
  const capture = toCapture(frame.send, () => {
    frame.remove()
    // Or its height would stay as a hole in the page.
    root.adoptedStyleSheets = []
  })
  grow(0)
  return capture
}
