import type { HandoffState } from '@visavis/shared/handoff-api'

/** A link on its way to another device. Exactly one of `attemptId` and `faceEnrollmentId` is set. */
export interface Handoff {
  id: string
  tenantId: string
  attemptId: string | null
  faceEnrollmentId: string | null
  state: HandoffState
  /** 10–99 */
  number: number
  /** Wrong numbers so far. */
  tries: number
  /** Keyed hash of the digits that open it, 32 bytes, until they are typed. */
  digitsHash: Uint8Array | null
  /** SHA-256 of the token that gave the link away and may still follow it; set while `connected`. */
  followerHash: Uint8Array | null
  sourceBrowser: string | null
  sourceSystem: string | null
  expiresOn: Date
}

export type HandoffOwner = Pick<Handoff, 'tenantId' | 'attemptId' | 'faceEnrollmentId'>

export interface HandoffsRepo {
  /** Takes the place of the one before, of the same link. */
  put(row: Handoff): Promise<void>
  /** Of that link, if there is one. */
  findByOwner(owner: HandoffOwner): Promise<Handoff | undefined>
  /** Crosses tenants: whoever names an id must bring its code or claim too. */
  find(id: string): Promise<Handoff | undefined>
  /** By the hash of a token that gave its link away. */
  findByFollower(followerHash: Uint8Array): Promise<Handoff | undefined>
  /** One that waits, by its digits. */
  findByDigits(digitsHash: Uint8Array, now: Date): Promise<Handoff | undefined>
  isDigitStringTaken(digitsHash: Uint8Array): Promise<boolean>
  update(
    id: string,
    change: Partial<Pick<Handoff, 'state' | 'tries' | 'digitsHash' | 'followerHash'>>,
  ): Promise<void>
  deleteExpired(now: Date): Promise<void>
}
