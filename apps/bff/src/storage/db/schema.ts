import type { Generated, Kysely } from 'kysely'
import type { Applicant, Asset, Attempt, Face, FaceAuthentication, Tenant, UserJourney } from './types.ts'

/** Order of insertion; two rows of one millisecond still have one. */
interface Positioned {
  position: Generated<number>
}

/** Tables by their camel-case names; `CamelCasePlugin` turns them into the snake case of the migrations. */
export interface Schema {
  tenants: Tenant & Positioned
  apiKeys: { id: string; tenantId: string; hash: Uint8Array; createdOn: Date }
  userJourneys: UserJourney & Positioned
  applicants: Applicant
  faces: Face & Positioned
  faceAuthentications: FaceAuthentication
  attempts: Attempt & Positioned
  assets: Asset & Positioned
}

/** A connection or a running transaction: repositories do not care which. */
export type Handle = Kysely<Schema>
