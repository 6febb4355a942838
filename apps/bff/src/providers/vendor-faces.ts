import type { FaceStatus } from '@visavis/shared/statuses'

/** A reference as the vendor keeps it. */
export interface VendorFace {
  /** What the vendor calls it: `vendor_reference` of a face. */
  reference: string
  /** `unknown`: a status this adapter does not know; never treated as `ACTIVE`. */
  status: FaceStatus | 'unknown'
  expiresOn: Date | null
  /** How the person activates it, where that is theirs to do. */
  activation?: { url?: string; qrCode?: string }
}

export interface CreateVendorFaceInput {
  /** The vendor's name of the person; `undefined` where the vendor makes one up. */
  owner?: string
  /** Bytes of a JPEG or PNG, where the vendor takes one. */
  picture?: Uint8Array
  /** What else the vendor asks for, by its own names. */
  details: Readonly<Record<string, string | boolean | Readonly<Record<string, string>>>>
}

/** References managed at the vendor. `owner` is what the vendor calls the person. */
export interface VendorFaces {
  create(input: CreateVendorFaceInput, signal: AbortSignal): Promise<VendorFace>
  list?(owner: string, signal: AbortSignal): Promise<readonly VendorFace[]>
  /** What the vendor's policy says about the person's faces, as it says it. */
  settings?(owner: string, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>
  update?(
    owner: string,
    change: { status?: 'ACTIVE' | 'DISABLED'; expiresOn?: Date },
    signal: AbortSignal,
  ): Promise<void>
  /** Sends the person the vendor's own message. */
  activate?(reference: string, signal: AbortSignal): Promise<void>
  /** Repeating it is harmless. */
  delete?(reference: string, signal: AbortSignal): Promise<void>
}

/** A face index at the vendor: all of one account. */
export interface VendorFaceIndex {
  search(
    image: Uint8Array,
    options: { insert: boolean },
    signal: AbortSignal,
  ): Promise<{ match: boolean; entryId: string | null }>
  insert(image: Uint8Array, signal: AbortSignal): Promise<{ entryId: string }>
  /**
   * @returns what is left: `features` where the vendor removes the picture only
   */
  delete(entryId: string, signal: AbortSignal): Promise<{ kept: 'nothing' | 'features' }>
}
