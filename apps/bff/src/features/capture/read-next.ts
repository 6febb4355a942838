import type { Next } from '@visavis/shared/capture-api'
import type { ServiceDeps } from '../../service-deps.ts'
import { decideNext, withCapture } from './capture-context.ts'
import type { CaptureSubject } from './capture-subject.ts'

/** @throws AppError REFERENCE_MISSING, PROVIDER_UNAVAILABLE where a vendor takes the capture */
export const readNext = async (deps: ServiceDeps, subject: CaptureSubject): Promise<Next> =>
  decideNext(deps, subject, await withCapture(deps, subject, async (held) => held))
