import { isStart, READY, type ScriptMessage } from './script-frame-protocol.ts'
import { startVendorSdk } from './start-vendor-sdk.ts'

interface ScriptFrameOptions {
  /** Origin of the page around: the server's word in this document. */
  home: string
  element: HTMLElement
  start?: typeof startVendorSdk
  view?: Window
}

/**
 * Inside the frame of an origin of its own: says to the page around that it is there, gets the step, lets the vendor's
 * script take the capture, and tells what it hands over.
 */
export const runScriptFrame = ({
  home,
  element,
  start = startVendorSdk,
  view = window,
}: ScriptFrameOptions): void => {
  const hear = ({ source, origin, data, ports: [port] }: MessageEvent) => {
    if (source !== view.parent || origin !== home || !port || !isStart(data)) return
    view.removeEventListener('message', hear)
    const tell = (message: ScriptMessage) => port.postMessage(message)
    const { step } = data
    start({
      step,
      element,
      // Data only: what a script hands over may hold functions, which no message can carry.
      onHanded: (handed) => tell({ type: 'handed', handed: JSON.parse(JSON.stringify(handed)) }),
      onFailed: ({ code }) => tell({ type: 'failed', code }),
    })
  }
  view.addEventListener('message', hear)
  view.parent.postMessage(READY, home)
}
