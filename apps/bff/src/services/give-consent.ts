import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { toNext, withCapture } from './capture-context.ts'
import type { CaptureSubject } from './capture-subject.ts'
import type { ServiceDeps } from './deps.ts'

/** Records that the person agreed to the face check; repeating it changes nothing. @throws AppError ATTEMPT_CLOSED */
export const giveConsent = (deps: ServiceDeps, subject: CaptureSubject): Promise<Next> =>
  withCapture(deps, subject, async (held) => {
    if (held.state.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
    return toNext(held.state.consentOn ? held : await held.update({ consentOn: deps.now() }))
  })
