import { useEffect, useRef } from 'react'
import { CaptureApiError } from '../../api/capture-api-error.ts'
import type { SdkStep } from '../../vendor-sdks/start-vendor-sdk.ts'
import { Layout } from '../components/Layout.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** Few journeys have one, so it is a chunk of its own. */
const loadStart = async () => {
  try {
    return (await import('../../vendor-sdks/start-vendor-sdk.ts')).startVendorSdk
  } catch (cause) {
    throw new CaptureApiError('NETWORK', { retryable: true, cause })
  }
}

/** The vendor's script inside our page. It may fill the element with whatever it likes. */
export const VendorSdkScreen = () => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const element = useRef<HTMLDivElement>(null)
  const step = useCaptureContext(({ next }) => (next?.next === 'vendor_sdk' ? next : null))
  useEffect(() => {
    if (!step || !element.current) return
    return run(step, element.current, actor)
  }, [actor, step])
  const { vendor } = copy
  return (
    <Layout
      screen="vendor-sdk"
      title={vendor.frameTitle}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
    >
      <div ref={element} className="vendor-frame" data-testid="vendor-sdk" />
    </Layout>
  )
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
