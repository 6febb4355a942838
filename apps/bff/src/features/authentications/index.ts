/** Face authentications and their attempts: the state of each, and every step it can take. */

export { advance, advanceThrough } from './advance.ts'
export { type Attempt, type AttemptTables, attemptsRepo } from './attempts-repo.ts'
export type { AuthenticationsDeps, AuthenticationsRepositories } from './deps.ts'
export { createDigitString, parseDigitString } from './digit-string.ts'
export { emitEvent } from './emit-event.ts'
export {
  type FaceAuthentication,
  type FaceAuthenticationTables,
  faceAuthenticationsRepo,
} from './face-authentications-repo.ts'
export { FACE_AUTHENTICATION_ENDPOINTS } from './routes.ts'
export { lockAndSettle } from './settle-attempt.ts'
export { settleDueAttempts } from './settle-due-attempts.ts'
export { isOpenAttempt, type Trigger } from './transition-rules.ts'
export { toFaceAuthenticationView } from './views.ts'
