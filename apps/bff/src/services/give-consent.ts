import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { Attempt } from '../storage/db/types.ts'
import { toNext, withCaptureContext } from './capture-context.ts'
import type { ServiceDeps } from './deps.ts'

/** Records that the person agreed to the face check; repeating it changes nothing. @throws AppError ATTEMPT_CLOSED */
export const giveConsent = (deps: ServiceDeps, known: Attempt): Promise<Next> =>
  withCaptureContext(deps, known, async (repositories, { attempt }) => {
    if (attempt.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
    if (!attempt.consentOn) {
      const consentOn = deps.now()
      await repositories.attempts.update(attempt.id, { consentOn }, consentOn)
    }
    return toNext({ attempt })
  })
