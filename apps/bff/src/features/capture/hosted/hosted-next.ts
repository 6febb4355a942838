import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { Attempt } from '../../authentications/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { readVendorCapture } from './read-vendor-capture.ts'
import { startVendorCapture } from './start-vendor-capture.ts'
import { openVendorStep, withScriptFrame } from './vendor-captures.ts'

/**
 * What the browser does next where a vendor takes the capture. The first call starts it; later ones, after a reload
 * too, give the same step again, or tell that the vendor has what it needs. `undefined`: the rows tell.
 * @throws AppError REFERENCE_MISSING, PROVIDER_UNAVAILABLE, ATTEMPT_CLOSED
 */
export const readHostedNext = async (deps: CaptureDeps, known: Attempt): Promise<Next | undefined> => {
  const { vendorCaptures, attempts } = deps.database
  const capture = await vendorCaptures.get(known.tenantId, known.id)
  if (!capture || capture.status === 'starting') {
    const step = await startVendorCapture(deps, known)
    return step ? withScriptFrame(deps, known.id, step) : { next: 'wait' }
  }
  // A vendor that is down does not keep the person from going on where they are.
  await readVendorCapture(deps, capture).catch((failure: unknown) => {
    if (!(failure instanceof AppError && failure.code === 'PROVIDER_UNAVAILABLE')) throw failure
    deps.log.warn({ attempt_id: known.id, err: failure.cause }, 'the vendor could not be asked')
  })
  const attempt = await attempts.find(known.tenantId, known.id)
  if (attempt?.status !== 'capture_in_progress') return undefined
  return withScriptFrame(deps, known.id, openVendorStep(deps.sealer, capture))
}
