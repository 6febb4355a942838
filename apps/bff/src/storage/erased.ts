import { ERASURE_KINDS, type ErasureKind } from '@visavis/shared/statuses'

/** Kinds of personal data and how much of each was erased. */
export type ErasedCounts = Record<ErasureKind, number>

export type Erased = Readonly<ErasedCounts>

/** Whose data goes. Everything named here is held until the transaction ends. */
export interface ErasureScope {
  tenantId: string
  /** The whole applicant; absent: only what came of the face authentications. */
  applicantId?: string
  faceAuthenticationIds: readonly string[]
  /** Every attempt at these. */
  attemptIds: readonly string[]
}

/** What each room with something personal in it exports; called in one transaction, in one order. */
export type Erase<Repositories, Scope extends ErasureScope = ErasureScope> = (
  repositories: Repositories,
  scope: Scope,
  now: Date,
) => Promise<Erased>

export const NOTHING_ERASED: Erased = {
  applicant_field: 0,
  attempt_field: 0,
  index_entry: 0,
  picture: 0,
  template: 0,
  vendor_capture: 0,
  vendor_reference: 0,
}

export const addErased = (...all: readonly Erased[]): Erased => {
  const sum = { ...NOTHING_ERASED }
  for (const erased of all) for (const kind of ERASURE_KINDS) sum[kind] += erased[kind]
  return sum
}
