import { createHash } from 'node:crypto'
import { stripMetadata } from '@visavis/shared/strip-metadata'
import type { KeyedHash, Sealer, ValueSealer } from '../../storage/assets/types.ts'
import type { KeyedAsset } from './assets-repo.ts'
import { toBands } from './picture-print-rules.ts'

/** 48 bits: enough that bands of one table are not mistaken for one another. */
const BAND_LENGTH = 8

interface Tools {
  keyedHash: KeyedHash
  sealer: Sealer
}

/** What a picture is known by, before it has an id: its bytes as they are stored, and its pixels. */
export interface PictureMarks {
  bytesHash: Uint8Array
  printBands: string[] | null
  /** 17 × 16 greys. */
  print: Uint8Array | null
}

/** @param print absent where nobody looked at the pixels: then only the bytes tell */
export const toPictureMarks = (
  { keyedHash }: Pick<Tools, 'keyedHash'>,
  tenantId: string,
  { bytes, print }: { bytes: Uint8Array; print?: Uint8Array | undefined },
): PictureMarks => {
  const hashBand = (band: number, row: number) =>
    Buffer.from(keyedHash('picture', `${tenantId} ${row} ${band}`))
      .toString('base64url')
      .slice(0, BAND_LENGTH)
  return {
    bytesHash: keyedHash(
      'picture',
      `${tenantId} ${createHash('sha256').update(stripMetadata(bytes)).digest('hex')}`,
    ),
    printBands: print ? toBands(print).map(hashBand) : null,
    print: print ?? null,
  }
}

const toContext = (assetId: string): string => `picture-print:${assetId}`

type Owned = Pick<KeyedAsset, 'id' | 'tenantId' | 'applicantId' | 'applicantKey'>

const sealerOf = ({ sealer }: Pick<Tools, 'sealer'>, { applicantId, ...asset }: Owned): ValueSealer =>
  applicantId === null ? sealer : sealer.ofApplicant({ ...asset, applicantId })

export const sealPrint = (tools: Pick<Tools, 'sealer'>, asset: Owned, print: Uint8Array): Uint8Array =>
  sealerOf(tools, asset).seal(print, toContext(asset.id))

export const openPrint = (
  tools: Pick<Tools, 'sealer'>,
  { printSealed, ...asset }: Owned & Pick<KeyedAsset, 'printSealed'>,
): Uint8Array | null => (printSealed ? sealerOf(tools, asset).open(printSealed, toContext(asset.id)) : null)
