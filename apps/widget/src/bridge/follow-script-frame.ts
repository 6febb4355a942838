import { CaptureApiError } from '../api/capture-api-error.ts'
import { isReady, isScriptMessage, type StartScript } from '../vendor-sdks/script-frame-protocol.ts'
import type { SdkStep } from '../vendor-sdks/start-vendor-sdk.ts'

interface FollowScriptFrameOptions {
  frame: HTMLIFrameElement
  step: SdkStep
  /** Of the document in the frame. */
  origin: string
  onHanded: (handed: unknown) => void
  onFailed: (error: CaptureApiError) => void
  host?: Pick<Window, 'addEventListener' | 'removeEventListener'>
}

/** Our own few lines are in it: where they have not come by then, the line broke. */
const READY_TIMEOUT_MS = 30_000

/**
 * Hands the step of a capture to the frame its vendor's script runs in, once, and hears what comes of it. Only that very
 * frame counts, and only from the capture's own origin; the answer goes to exactly that.
 * @returns how to stop
 */
export const followScriptFrame = ({
  frame,
  step,
  origin,
  onHanded,
  onFailed,
  host = window,
}: FollowScriptFrameOptions): (() => void) => {
  let port: MessagePort | undefined
  const fail = (code: ConstructorParameters<typeof CaptureApiError>[0]) =>
    onFailed(new CaptureApiError(code, { retryable: true }))
  const hear = ({ source, origin: from, data }: MessageEvent) => {
    if (port || source === null || source !== frame.contentWindow || from !== origin || !isReady(data)) return
    clearTimeout(deadline)
    const { port1, port2 } = new MessageChannel()
    port = port1
    port1.onmessage = ({ data: told }) => {
      if (!isScriptMessage(told)) return
      stop()
      if (told.type === 'handed') onHanded(told.handed)
      else fail(told.code === 'NETWORK' ? 'NETWORK' : 'PROVIDER_UNAVAILABLE')
    }
    frame.contentWindow?.postMessage({ type: 'start', step } satisfies StartScript, origin, [port2])
  }
  const stop = () => {
    clearTimeout(deadline)
    host.removeEventListener('message', hear)
    port?.close()
  }
  const deadline = setTimeout(() => {
    stop()
    fail('NETWORK')
  }, READY_TIMEOUT_MS)
  host.addEventListener('message', hear)
  return stop
}
