import { API_KEY_ENDPOINTS, OAUTH_CLIENT_ENDPOINTS } from './features/access/index.ts'
import { APPLICANT_ENDPOINTS } from './features/applicants/index.ts'
import { AUDIT_ENDPOINTS } from './features/audit/index.ts'
import { FACE_AUTHENTICATION_ENDPOINTS, LOCKOUT_ENDPOINTS } from './features/authentications/index.ts'
import { ERASURE_ENDPOINTS } from './features/erasure/index.ts'
import { FACE_ENDPOINTS, FACE_ENROLLMENT_ENDPOINTS } from './features/faces/index.ts'
import { USER_JOURNEY_ENDPOINTS } from './features/journeys/index.ts'
import { FACE_INDEX_ENDPOINTS, FACE_MATCH_ENDPOINTS, FACE_SEARCH_ENDPOINTS } from './features/search/index.ts'
import {
  EVENT_ENDPOINTS,
  WEBHOOK_DELIVERY_ENDPOINTS,
  WEBHOOK_ENDPOINT_ENDPOINTS,
} from './features/webhooks/index.ts'
import type { PartnerEndpoint } from './http/partner-endpoint.ts'
import type { JobsDeps } from './jobs/deps.ts'

/** All that a partner's server can call, room by room. */
export const PARTNER_ENDPOINTS: readonly PartnerEndpoint<JobsDeps>[] = [
  ...APPLICANT_ENDPOINTS,
  ...FACE_AUTHENTICATION_ENDPOINTS,
  ...LOCKOUT_ENDPOINTS,
  ...ERASURE_ENDPOINTS,
  ...FACE_ENDPOINTS,
  ...FACE_ENROLLMENT_ENDPOINTS,
  ...FACE_MATCH_ENDPOINTS,
  ...FACE_SEARCH_ENDPOINTS,
  ...FACE_INDEX_ENDPOINTS,
  ...EVENT_ENDPOINTS,
  ...WEBHOOK_ENDPOINT_ENDPOINTS,
  ...WEBHOOK_DELIVERY_ENDPOINTS,
  ...USER_JOURNEY_ENDPOINTS,
  ...API_KEY_ENDPOINTS,
  ...OAUTH_CLIENT_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
]
