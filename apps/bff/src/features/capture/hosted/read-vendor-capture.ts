import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../../providers/call-provider.ts'
import type { CaptureResult } from '../../../providers/hosted-capture.ts'
import type { FaceProvider } from '../../../providers/types.ts'
import type { CaptureDeps } from '../deps.ts'
import { applyCaptureResult } from './apply-capture-result.ts'
import { getCaptureProvider, openVendorState } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

/** How often a vendor is asked while somebody waits, unless it says otherwise. */
const READ_EVERY_MS = 2_000

interface ReadOptions {
  /** Where it is known already: its settings need not be opened again. */
  provider?: FaceProvider
  /** Ask even if somebody just did: something is known to have happened. */
  isNews?: boolean
  /** What the vendor said, by a name of its own: asked for once, whoever sends it again. */
  event?: string
  /** What only a webhook tells. */
  hint?: unknown
  deadlineMs?: number
}

/**
 * Asks the vendor how a capture stands and writes down what it says. Does nothing for one that is over, or that was
 * asked about a moment ago. @throws AppError PROVIDER_UNAVAILABLE (nothing is changed then)
 */
export const readVendorCapture = async (
  deps: CaptureDeps,
  capture: VendorCapture,
  { provider: known, isNews = false, event, hint, deadlineMs }: ReadOptions = {},
): Promise<void> => {
  if (capture.status !== 'open') return
  const provider = known ?? (await getCaptureProvider(deps, capture))
  const { hosted } = provider
  if (!hosted) throw new AppError('PROVIDER_UNAVAILABLE')
  const now = deps.now()
  const everyMs = isNews ? 0 : (hosted.readEveryMs ?? READ_EVERY_MS)
  const claim = {
    notSince: new Date(now.getTime() - everyMs),
    now,
    ...(event === undefined ? {} : { event }),
  }
  if (!(await deps.database.vendorCaptures.claimRead(capture.attemptId, claim))) return
  const state = openVendorState(deps.sealer, capture)
  try {
    const result = await callProvider(
      provider,
      (signal) => hosted.readResult(state, signal, hint),
      deadlineMs,
    )
    await noteResult(deps, capture, provider, result)
  } catch (failure) {
    if (event !== undefined) await deps.database.vendorCaptures.forgetEvent(capture.attemptId, event)
    throw failure
  }
}

/** Writes down what a vendor said; something that nobody knows is logged, so that somebody can look. */
export const noteResult = async (
  deps: CaptureDeps,
  capture: VendorCapture,
  { id, hosted }: FaceProvider,
  result: CaptureResult,
): Promise<void> => {
  if (result.kind === 'unknown') {
    deps.log.warn({ attempt_id: capture.attemptId, provider: id }, 'a vendor answered something unknown')
  }
  await applyCaptureResult(deps, capture, result, { keepsMedia: hosted?.media !== undefined })
}
