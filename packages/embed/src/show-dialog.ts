import type { EmbedTheme } from '@visavis/shared/embed-handshake'
import { mountFrame } from './mount-frame.ts'
import { toCapture } from './show-inline.ts'
import { FRAME_CSS, setStyles } from './styles.ts'
import type { Capture, OpenOptions } from './types.ts'

/**
 * The host has no box of its own, whatever the page's rules say: nothing to hide, to move or to make transparent (of
 * important rules those of the shadow tree win: CSS Cascading 4, §6.1). A bar for the button, in the colours of the page
 * below it: the page has buttons in its corners too.
 */
const CSS = `:host{display:contents!important}
dialog{all:initial;position:fixed;inset:0;padding-top:44px;color-scheme:inherit;background:Canvas;background:light-dark(#fff,#141c22);color:CanvasText;overflow:hidden}
dialog::backdrop{background:#0009}
button{all:initial;position:absolute;inset-block-start:0;inset-inline-end:4px;width:44px;height:44px;font:24px/44px system-ui;text-align:center;color:inherit;cursor:pointer}
button:focus-visible{outline:3px solid Highlight;outline-offset:-3px}
@media(min-width:640px) and (min-height:560px){dialog{width:480px;height:min(676px,94% - 44px);margin:auto;border-radius:24px}}
${FRAME_CSS}`

/** A modal dialog over the page: the browser keeps the focus in it and gives it back afterwards. */
export const showDialog = ({ onEvent, closeLabel = 'Close', ...options }: OpenOptions): Capture => {
  const { theme = 'auto' } = options
  const host = document.createElement('div')
  const dress = (asked: EmbedTheme) => {
    host.style.colorScheme = asked === 'auto' ? 'light dark' : asked
  }
  dress(theme)
  const root = host.attachShadow({ mode: 'open' })
  setStyles(root, CSS)
  const dialog = document.createElement('dialog')
  dialog.ariaLabel = options.label || 'Visavis'

  const askToClose = () => {
    let isPrevented = false
    onEvent?.({
      type: 'dialog.close-requested',
      preventDefault: () => {
        isPrevented = true
      },
    })
    if (!isPrevented) capture.close()
  }
  const frame = mountFrame(dialog, options, (message) => {
    if (message.type === 'frame.closed') capture.remove()
    else if (message.type === 'frame.escaped') askToClose()
    else onEvent?.(message)
  })
  const capture = toCapture(
    (command) => {
      if (command.type === 'set-theme') dress(command.theme)
      return frame.send(command)
    },
    () => {
      frame.remove()
      // Before it leaves the page, or the focus would not go back.
      dialog.close()
      host.remove()
    },
  )

  const button = document.createElement('button')
  button.ariaLabel = closeLabel
  button.textContent = '×'
  button.onclick = askToClose
  dialog.append(button)
  dialog.oncancel = (event) => {
    event.preventDefault()
    askToClose()
  }
  // Browsers close it on a second Escape, whatever the first one's answer was (HTML §6.9, close requests).
  dialog.onclose = () => capture.remove()
  root.append(dialog)
  // A script in the head may be before any body.
  ;(document.body ?? document.documentElement).append(host)
  dialog.showModal()
  return capture
}
