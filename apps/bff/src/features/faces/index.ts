export { isComparable } from './comparable-face.ts'
export type { FacesDeps, FacesRepositories } from './deps.ts'
export { advanceEnrollment, type EnrollmentRows, lockAndSettleFace } from './enrolments/advance-enrollment.ts'
export {
  type FaceEnrollment,
  type FaceEnrollmentTables,
  faceEnrollmentsRepo,
} from './enrolments/face-enrollments-repo.ts'
export { FACE_ENROLLMENT_ENDPOINTS } from './enrolments/routes.ts'
export type { EnrollmentTrigger } from './enrolments/transition-rules.ts'
export { eraseFaces } from './erase.ts'
export { eraseVendorFace, queueVendorFaces } from './erase-vendor-face.ts'
export { toFaceEvent } from './face-event.ts'
export { toFaceView } from './face-views.ts'
export { facesRepo } from './faces-repo.ts'
export { makeReference } from './make-reference.ts'
export { matchNewFace } from './match-new-face.ts'
export { findUsableFaces, readReferences } from './references.ts'
export { refreshWaitingFaces } from './refresh-waiting-faces.ts'
export { type RetemplateTurn, retemplateFaces } from './retemplate-faces.ts'
export { reviewFace } from './review-face.ts'
export { FACE_ENDPOINTS } from './routes.ts'
export { sealTemplate, TEMPLATE_COLUMN } from './seal-template.ts'
export { vendorFacesRepo } from './vendor-faces-repo.ts'
