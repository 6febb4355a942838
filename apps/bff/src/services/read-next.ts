import type { Next } from '@visavis/shared/capture-api'
import { toNext, withCapture } from './capture-context.ts'
import type { CaptureSubject } from './capture-subject.ts'
import type { ServiceDeps } from './deps.ts'

export const readNext = (deps: ServiceDeps, subject: CaptureSubject): Promise<Next> =>
  withCapture(deps, subject, async (held) => toNext(held))
