import type {
  applicantSchema,
  attemptSchema,
  faceAuthenticationSchema,
} from '@visavis/shared/partner-answers'
import type * as z from 'zod'
import type { Outcome } from './outcomes.ts'

type Applicant = z.infer<typeof applicantSchema>
type FaceAuthentication = z.infer<typeof faceAuthenticationSchema>
type Attempt = z.infer<typeof attemptSchema>

export interface FakeAttempt {
  view: Attempt
  authenticationId: string
  token: string
}

/** Everything the fake knows, in memory, and what is to happen next. */
export interface FakeStore {
  applicants: Map<string, Applicant>
  authentications: Map<string, FaceAuthentication>
  attempts: Map<string, FakeAttempt>
  /** How the next captures end, the first one first; `approved` when there is none. */
  script: Outcome[]
}

export const createFakeStore = (): FakeStore => ({
  applicants: new Map(),
  authentications: new Map(),
  attempts: new Map(),
  script: [],
})
