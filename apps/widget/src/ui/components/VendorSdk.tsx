import { useEffect, useRef } from 'react'
import { CaptureApiError } from '../../api/capture-api-error.ts'
import type { SdkStep } from '../../vendor-sdks/start-vendor-sdk.ts'
import { useCaptureActor } from '../hooks/use-capture.ts'

/** Few journeys have one, so it is a chunk of its own. */
const loadStart = async () => {
  try {
    return (await import('../../vendor-sdks/start-vendor-sdk.ts')).startVendorSdk
  } catch (cause) {
    throw new CaptureApiError('NETWORK', { retryable: true, cause })
  }
}

/** The vendor's script, with an element to fill with whatever it likes. */
export const VendorSdk = ({ step }: { step: SdkStep }) => {
  const actor = useCaptureActor()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => (element.current ? run(step, element.current, actor) : undefined), [actor, step])
  return <div ref={element} className="vendor-frame" data-testid="vendor-sdk" />
}

const run = (step: SdkStep, element: HTMLElement, actor: ReturnType<typeof useCaptureActor>) => {
  let isGone = false
  let stop = () => {}
  loadStart()
    .then((start) => {
      if (isGone) return
      stop = start({
        step,
        element,
        onHanded: (handed) => actor.send({ type: 'vendor.handed', handed }),
        onFailed: (error) => actor.send({ type: 'vendor.failed', error }),
      })
    })
    .catch((error: unknown) => {
      if (!isGone) actor.send({ type: 'vendor.failed', error })
    })
  return () => {
    isGone = true
    stop()
  }
}
