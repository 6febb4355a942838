/** One `Idempotency-Key` of one tenant. */
export interface IdempotencyKey {
  tenantId: string
  /** SHA-256 of the key, 32 bytes. */
  keyHash: Uint8Array
  /** SHA-256 over what the request asks for, 32 bytes. */
  fingerprint: Uint8Array
  /** The one run that may write the answer. */
  owner: string
  /** Until then a run without an answer counts as under way. */
  leasedUntil: Date
  /** Encrypted; only `run-once.ts` opens it. `null`: under way, or its process died. */
  answerSealed: Uint8Array | null
  /** Ids the answer names. */
  mentions: readonly string[]
  expiresOn: Date
}

export type IdempotencyClaim = Omit<IdempotencyKey, 'answerSealed' | 'mentions'>

export interface IdempotencyKeysRepository {
  /**
   * Takes the key, atomically: when nobody has it, when its time is over, or when the same request had it and its
   * lease ran out without an answer.
   * @returns whether this claim got it
   */
  claim(claim: IdempotencyClaim, now: Date): Promise<boolean>
  get(tenantId: string, keyHash: Uint8Array): Promise<IdempotencyKey | undefined>
  /** Keeps the answer, unless another run took the key over. */
  complete(
    claim: IdempotencyClaim,
    answer: Pick<IdempotencyKey, 'answerSealed' | 'mentions'>,
  ): Promise<boolean>
  /** Gives the key up, unless another run took it over. */
  release(claim: IdempotencyClaim): Promise<void>
  /** Drops every kept answer that names one of these ids. */
  forget(tenantId: string, ids: readonly string[]): Promise<void>
  /** Drops what is older than it may be; how many there were. */
  deleteExpired(now: Date): Promise<number>
}
