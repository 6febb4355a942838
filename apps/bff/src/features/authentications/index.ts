export { advance, type HeldAuthentication } from './advance.ts'
export { assertMayTry } from './assert-may-try.ts'
export {
  BROWSER,
  COUNTRY,
  DEVICE,
  type DeviceFilter,
  REACHED,
  SYSTEM,
  whereDevice,
} from './attempt-conditions.ts'
export { countReasons } from './attempt-details.ts'
export { ATTEMPT_COLUMNS, type Attempt, type AttemptTables } from './attempt-row.ts'
export { attemptsRepo } from './attempts-repo.ts'
export { MAX_COMPARISON_MS } from './comparison-rules.ts'
export {
  type DecisionEvidence,
  type LivenessEvidence,
  NO_LIVENESS,
  toBareEvidence,
} from './decision-rules.ts'
export { decisionsRepo } from './decisions-repo.ts'
export type { AuthenticationsDeps, AuthenticationsRepositories } from './deps.ts'
export { createDigitString, parseDigitString } from './digit-string.ts'
export { eraseAuthentications, type HeldScope, holdErasureScope } from './erase.ts'
export type { FaceAuthentication, FaceAuthenticationTables } from './face-authentication-row.ts'
export { faceAuthenticationsRepo } from './face-authentications-repo.ts'
export { listFaceAuthentications } from './list-face-authentications.ts'
export { LOCKOUT_ENDPOINTS, readLockout } from './lockout-routes.ts'
export { isRepeated } from './lockout-rules.ts'
export { lockoutsRepo } from './lockouts-repo.ts'
export { type NotedCourse, noteCourse } from './note-course.ts'
export { commitToPicture } from './picture-commitment.ts'
export { listAttempts } from './read-attempts.ts'
export { readFaceAuthentication } from './read-face-authentication.ts'
export { reviewFaceAuthentication } from './review-face-authentication.ts'
export { FACE_AUTHENTICATION_ENDPOINTS } from './routes.ts'
export { lockAndSettle } from './settle-attempt.ts'
export { settleDueAttempts } from './settle-due-attempts.ts'
export type { Step } from './take-step.ts'
export { isOpenAttempt } from './transition-rules.ts'
export { verifyDecisions } from './verify-decisions.ts'
export { toAttemptView, toFaceAuthenticationView } from './views.ts'
