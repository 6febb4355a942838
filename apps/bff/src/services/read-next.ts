import type { Next } from '@visavis/shared/capture-api'
import type { Attempt } from '../storage/db/types.ts'
import { toNext, withCaptureContext } from './capture-context.ts'
import type { ServiceDeps } from './deps.ts'

export const readNext = (deps: ServiceDeps, known: Attempt): Promise<Next> =>
  withCaptureContext(deps, known, async (_, context) => toNext(context))
