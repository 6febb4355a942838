import type { Check, YotiSession } from './model.ts'

export const stateOfCheck = ({ doneOn, finalState }: Check, now: Date): string =>
  now < doneOn ? 'PENDING' : finalState

const ENDED = ['DONE', 'INTERNAL_ERROR']

/** `COMPLETED` after the last failed try is a guess of the vendor's page ("probably"). */
export const stateOfSession = (session: YotiSession, now: Date): 'ONGOING' | 'COMPLETED' | 'EXPIRED' => {
  if (session.isCaptured)
    return session.checks.every((check) => ENDED.includes(stateOfCheck(check, now))) ? 'COMPLETED' : 'ONGOING'
  return now < session.tokenEndsOn ? 'ONGOING' : 'EXPIRED'
}

export const isRequested = ({ spec }: YotiSession, wanted: Check['type']): boolean =>
  spec.requested_checks.some(({ type }) => type === wanted)

/** The picture that the integrator has to supply is still missing. */
export const lacksReference = (session: YotiSession): boolean =>
  isRequested(session, 'FACE_COMPARISON') && !session.faceCapture?.picture

export const livenessConfig = ({ spec }: YotiSession) =>
  spec.requested_checks.find((check) => check.type === 'LIVENESS')?.config
