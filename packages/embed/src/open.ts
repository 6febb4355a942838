import { showDialog } from './show-dialog.ts'
import { showInline } from './show-inline.ts'
import type { Capture, OpenOptions } from './types.ts'

/**
 * Shows the capture page: in a modal dialog, or in `container`.
 * @throws TypeError when `verificationUrl` is none
 */
export const open = (options: OpenOptions): Capture => {
  const { container, onEvent } = options
  if (!container) return showDialog(options)
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const capture = showInline(root, options, (event) => onEvent?.(event))
  container.append(host)
  void capture.closed.then(() => host.remove())
  return capture
}
