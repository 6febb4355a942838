import type { Next } from '@visavis/shared/capture-api'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { loadScript } from './load-script.ts'
import { runOnfido } from './run-onfido.ts'
import { runUqudo } from './run-uqudo.ts'
import type { Handed } from './sdk-run.ts'

export type SdkStep = Extract<Next, { next: 'vendor_sdk' }>

const RUNNERS = { onfido: runOnfido, uqudo: runUqudo } as const

interface StartVendorSdkOptions {
  step: SdkStep
  element: HTMLElement
  onHanded: (handed: Handed) => void
  onFailed: (error: CaptureApiError) => void
}

/**
 * Loads the vendor's script and lets it take the capture; the first thing it hands over counts. @returns how to take it
 * off the page, camera included
 */
export const startVendorSdk = ({
  step,
  element,
  onHanded,
  onFailed,
}: StartVendorSdkOptions): (() => void) => {
  let isOver = false
  let tearDown: (() => void) | undefined
  const stop = () => {
    isOver = true
    tearDown?.()
    tearDown = undefined
  }
  const hand = (handed: Handed) => {
    if (isOver) return
    stop()
    onHanded(handed)
  }
  const run = async () => {
    await loadScript(step.script_url)
    if (isOver) return
    tearDown = await RUNNERS[step.sdk]({ element, options: step.options, hand })
    if (isOver) stop()
  }
  run().catch((cause: unknown) => {
    if (isOver) return
    stop()
    onFailed(
      cause instanceof CaptureApiError
        ? cause
        : new CaptureApiError('PROVIDER_UNAVAILABLE', { retryable: true, cause }),
    )
  })
  return stop
}
