import type { Next } from '@visavis/shared/capture-api'
import { decideNext, withCapture } from './capture-context.ts'
import type { CaptureSubject } from './capture-subject.ts'
import type { CaptureDeps } from './deps.ts'

/** @throws AppError REFERENCE_MISSING, PROVIDER_UNAVAILABLE where a vendor takes the capture */
export const readNext = async (deps: CaptureDeps, subject: CaptureSubject): Promise<Next> =>
  decideNext(deps, subject, await withCapture(deps, subject, async (held) => held))
