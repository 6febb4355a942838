import type { userJourneySchema } from '@visavis/shared/access-answers'
import type { ErrorDetail } from '@visavis/shared/error-details'
import type { faceEnrollmentSchema, faceSchema } from '@visavis/shared/face-answers'
import type { indexedFaceSchema } from '@visavis/shared/face-comparison-answers'
import type {
  applicantSchema,
  attemptSchema,
  erasureReceiptSchema,
  faceAuthenticationSchema,
} from '@visavis/shared/partner-answers'
import type { webhookEndpointSchema } from '@visavis/shared/webhook-answers'
import type * as z from 'zod'
import type { Outcome } from '../outcomes.ts'
import type { WebhookEvent } from '../verify-webhook.ts'

export type Applicant = z.infer<typeof applicantSchema>
export type Attempt = z.infer<typeof attemptSchema>
export type Enrollment = z.infer<typeof faceEnrollmentSchema>
export type Face = z.infer<typeof faceSchema>
export type FaceAuthentication = z.infer<typeof faceAuthenticationSchema>
export type UserJourney = z.infer<typeof userJourneySchema>

/** Something a browser can finish: what its link holds after the `#`. */
interface Link {
  token: string
}
export interface FakeAttempt extends Link {
  kind: 'attempt'
  view: Attempt
  authenticationId: string
}
export interface FakeEnrollment extends Link {
  kind: 'enrollment'
  view: Enrollment
}

/** Everything the fake knows, in memory, in the order it came, and what is to happen next. */
export interface FakeStore {
  applicants: Map<string, Applicant>
  journeys: Map<string, UserJourney>
  faces: Map<string, Face>
  enrollments: Map<string, FakeEnrollment>
  authentications: Map<string, FaceAuthentication>
  attempts: Map<string, FakeAttempt>
  indexed: Map<string, { view: z.infer<typeof indexedFaceSchema>; picture: string }>
  endpoints: Map<
    string,
    { view: z.infer<typeof webhookEndpointSchema>; secret: string; authorization?: string }
  >
  events: Map<string, WebhookEvent>
  /** By what was erased, an applicant or a face authentication. */
  receipts: Map<string, z.infer<typeof erasureReceiptSchema>>
  /** How the next captures end, the first one first; `approved` when there is none. */
  script: Outcome[]
  /** Why the next pictures cannot be used, e.g. `no_face`; without any, each can. */
  refusals: ErrorDetail[]
}

export const createFakeStore = (): FakeStore => ({
  applicants: new Map(),
  journeys: new Map(),
  faces: new Map(),
  enrollments: new Map(),
  authentications: new Map(),
  attempts: new Map(),
  indexed: new Map(),
  endpoints: new Map(),
  events: new Map(),
  receipts: new Map(),
  script: [],
  refusals: [],
})

/** What the routes work with. */
export interface FakeDeps {
  store: FakeStore
  /** Base URL, once it is known. */
  readUrl: () => string
  /** Keeps an event and sends it to whoever listens. */
  emit: (event: WebhookEvent) => void
  /** The journey there is from the start. It takes every `redirect_url`. */
  openJourneyId: string
}
