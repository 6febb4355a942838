import type { Readable } from 'node:stream'
import type { HashPurpose } from '../crypto/hash-purposes.ts'

/** Whose picture it is, which is sealed along with it. */
export interface StoredAsset {
  id: string
  tenantId: string
  /** A face, an indexed face or an attempt. */
  ownerId: string
  /** Whom the owner belonged to when it was sealed; `null`: nobody, or a version before this did not say. */
  applicantId: string | null
  /** As `applicant_keys` holds it; `null`: there is none. */
  applicantKey: Uint8Array | null
}

/** Encrypted pictures by asset id. One implementation over `unstorage`; the driver decides where bytes live. */
export interface AssetStore {
  /** Encrypts and writes. @returns which data key sealed it, when the bytes are in the store */
  put(asset: StoredAsset, picture: Uint8Array): Promise<number>
  /** `undefined` when there is no such object; throws when it was altered, or belongs to somebody else. */
  get(asset: StoredAsset): Promise<Uint8Array | undefined>
  delete(assetId: string): Promise<void>
  /** Ids of all objects. */
  list(): Promise<string[]>
  /** Throws when the store does not answer, or not to us. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** A request's body: Node's own stream where there is one. */
export type UploadBody = ReadableStream<Uint8Array> | Readable

export interface SpooledUpload {
  /** Bytes received. */
  readonly bytes: number
  readonly mediaType: 'image/jpeg' | 'image/png'
  read(): Promise<Uint8Array>
  /** The same, a piece at a time. Altered bytes show only at its end, by an error. */
  stream(): AsyncIterable<Uint8Array>
  /** Frees its memory or removes its file; safe to call twice. */
  discard(): Promise<void>
}

/**
 * Takes uploads off the wire at bounded memory: the first ones stay in it, the others go to a file each, encrypted
 * under a key that only this process holds, so what a crash leaves behind is noise, and is removed at the next start.
 */
export interface UploadSpool {
  /**
   * Reads `body` to its end.
   * @param length what its sender announced, in bytes: so much memory is kept free for it. Default: the largest picture
   * @throws AppError IMAGE_TOO_LARGE as soon as one byte more than `limits.MAX_IMAGE_BYTES` arrives,
   *   IMAGE_TYPE_UNSUPPORTED as soon as the first bytes are neither JPEG nor PNG.
   */
  receive(body: UploadBody, length?: number): Promise<SpooledUpload>
  /** Writes a little and takes it away again. @throws Error when the disk takes nothing */
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * 32 bytes that nobody without the operator's key can compute from `text`; each purpose has a key of its own.
 * For what is too short or too well known to be hidden by a plain hash, and for signatures.
 */
export type KeyedHash = (purpose: HashPurpose, text: string) => Uint8Array

/**
 * AES-256-GCM under a key of its own for each value; `context` is authenticated, so a sealed value cannot change places.
 * It names all that the value belongs to: tenant, owner, column.
 */
export interface ValueSealer {
  seal(plain: Uint8Array, context: string): Uint8Array
  /**
   * @param earlierContext of values that a version before 2 sealed; default: the same
   * @throws Error when the bytes or the context were altered.
   */
  open(sealed: Uint8Array, context: string, earlierContext?: string): Uint8Array
}

/** What belongs to no applicant is sealed by it directly. */
export interface Sealer extends ValueSealer {
  /**
   * One for what belongs to an applicant: it seals under the applicant's own key as well, and what it sealed cannot be
   * opened without. It opens what was sealed before there were such keys, too.
   */
  ofApplicant(applicant: KeyedApplicant): ValueSealer
}

export interface KeyedApplicant {
  tenantId: string
  applicantId: string
  /** As `applicant_keys` holds it, sealed; `null`: there is none, and nothing can be sealed. */
  applicantKey: Uint8Array | null
}
