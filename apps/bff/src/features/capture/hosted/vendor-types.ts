export type VendorCaptureStatus =
  /** Somebody is asking the vendor for a capture. */
  | 'starting'
  /** With the person, or with the vendor's checks. */
  | 'open'
  /** Decided; its pictures are still to be fetched. */
  | 'media'
  | 'over'
  /** What the vendor has is still to be erased. */
  | 'erasing'

/** A live capture that a vendor takes for an attempt. */
export interface VendorCapture {
  attemptId: string
  tenantId: string
  applicantId: string
  faceAuthenticationId: string
  userJourneyId: string
  /** The journey may have changed to another one since. */
  provider: string
  status: VendorCaptureStatus
  /** With `starting` only: later, whoever was at it died. */
  claimedUntil: Date | null
  /** What the vendor's webhooks call it. */
  vendorSession: string | null
  /** What the adapter remembers; only `vendor-captures.ts` opens it. */
  stateSealed: Uint8Array | null
  /** What the browser does next; may hold a vendor's token. */
  stepSealed: Uint8Array | null
  /** SHA-256 of what makes the way back work once; once it was used, of the token of the page it led to. */
  returnHash: Uint8Array | null
  /** When the vendor was last asked. */
  readOn: Date | null
  /** When a job looks at it next; set exactly in the states that wait for one. */
  nextLookOn: Date | null
  /** A verdict that is not there by then does not come any more. */
  giveUpOn: Date
  createdOn: Date
  modifiedOn: Date
}

export type VendorCaptureRef = Pick<VendorCapture, 'tenantId' | 'attemptId'> & { nextLookOn: Date }

export interface VendorCapturesRepository {
  /**
   * Takes the start of an attempt's capture, so that nobody else asks the vendor for a second one.
   * @returns whether it was free: not there, or left by somebody who died
   */
  claimStart(row: VendorCapture, now: Date): Promise<boolean>
  /** Gives a claimed start back. */
  releaseStart(attemptId: string): Promise<void>
  get(tenantId: string, attemptId: string): Promise<VendorCapture | undefined>
  /** Crosses tenants: the signature of the address stands for them. */
  find(attemptId: string): Promise<VendorCapture | undefined>
  /** The newest one a vendor calls so; crosses tenants, the journey stands for them. */
  findBySession(
    userJourneyId: string,
    provider: string,
    vendorSession: string,
  ): Promise<VendorCapture | undefined>
  /** Takes the right to ask the vendor now. @returns whether nobody has asked since `notSince` */
  claimRead(attemptId: string, times: { notSince: Date; now: Date }): Promise<boolean>
  /** Uses up the way back and puts the token of the page it leads to in its place. @returns whether it was unused */
  consumeReturn(
    attemptId: string,
    hashes: { nonceHash: Uint8Array; pageHash: Uint8Array },
    now: Date,
  ): Promise<boolean>
  update(
    attemptId: string,
    change: Partial<
      Pick<
        VendorCapture,
        | 'status'
        | 'claimedUntil'
        | 'vendorSession'
        | 'stateSealed'
        | 'stepSealed'
        | 'returnHash'
        | 'readOn'
        | 'nextLookOn'
      >
    >,
    modifiedOn: Date,
  ): Promise<void>
  /** Those of these attempts that a vendor has something of become `erasing`; others are forgotten. */
  markErasing(tenantId: string, attemptIds: readonly string[], now: Date): Promise<VendorCaptureRef[]>
  /** Whether the vendor has not erased everything of a face authentication, or of an applicant. */
  isErasing(tenantId: string, subjectId: string): Promise<boolean>
  delete(attemptId: string): Promise<void>
  /** Those of any tenant that should have been looked at before `before`. */
  listOverdue(before: Date, limit: number): Promise<VendorCaptureRef[]>
}

export interface RetiredSettings {
  tenantId: string
  userJourneyId: string
  provider: string
  /** Sealed as those of the journey; `null`: there were none. */
  settingsSealed: Uint8Array | null
  retiredOn: Date
}

export interface RetiredSettingsRepository {
  /** Takes the place of those kept before. */
  put(row: RetiredSettings): Promise<void>
  get(tenantId: string, userJourneyId: string, provider: string): Promise<RetiredSettings | undefined>
}

/** A face that was made at a vendor for us. */
export interface VendorFaceRow {
  /** The face may be gone already. */
  faceId: string
  tenantId: string
  applicantId: string
  userJourneyId: string
  provider: string
  /** What the vendor calls the person, where it was told. */
  owner: string | null
  reference: string
  /** `erasing`: still to be deleted at the vendor. */
  status: 'kept' | 'erasing'
  nextLookOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export type VendorFaceRef = Pick<VendorFaceRow, 'tenantId' | 'faceId'> & { nextLookOn: Date }

export interface VendorFacesRepository {
  insert(row: VendorFaceRow): Promise<void>
  get(tenantId: string, faceId: string): Promise<VendorFaceRow | undefined>
  markErasing(tenantId: string, faceIds: readonly string[], now: Date): Promise<VendorFaceRef[]>
  /** Whether the vendor still has a face of that applicant to delete. */
  isErasing(tenantId: string, applicantId: string): Promise<boolean>
  postpone(faceId: string, nextLookOn: Date): Promise<void>
  delete(faceId: string): Promise<void>
  /** Those of any tenant that should have been deleted before `before`. */
  listOverdue(before: Date, limit: number): Promise<VendorFaceRef[]>
}
