import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AuthenticationStatus } from '@visavis/shared/statuses'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

export interface FaceAuthentication {
  id: string
  tenantId: string
  applicantId: string
  userJourneyId: string
  status: AuthenticationStatus
  responseCodes: readonly ResponseCode[]
  riskLabels: readonly string[]
  anonymizedOn: Date | null
  /** When its attempts were emptied of what their journey keeps no longer; `null`: not yet, or something happened since. */
  metadataForgottenOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export interface FaceAuthenticationTables {
  faceAuthentications: FaceAuthentication
}

export const FACE_AUTHENTICATION_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  applicantId: 'kept',
  userJourneyId: 'kept',
  status: 'kept',
  responseCodes: 'kept',
  riskLabels: 'kept',
  anonymizedOn: 'kept',
  metadataForgottenOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<FaceAuthentication>

export const FACE_AUTHENTICATION_COLUMNS = columnNames(FACE_AUTHENTICATION_PRIVACY)
