import { createHash, randomBytes } from 'node:crypto'
import { stripMetadata } from '@visavis/shared/strip-metadata'
import type { Picture } from '../../providers/types.ts'
import type { DecisionEvidence } from './decision-rules.ts'

const SALT_BYTES = 32

/** Binds a decision to its picture, as that is stored. Once the salt is erased, the hash tells nothing of it. */
export const commitToPicture = async (
  picture: Pick<Picture, 'read'>,
): Promise<Pick<DecisionEvidence, 'pictureSalt' | 'pictureHash'>> => {
  const pictureSalt = new Uint8Array(randomBytes(SALT_BYTES))
  const stored = stripMetadata(await picture.read())
  const hash = createHash('sha256').update(pictureSalt).update(stored)
  return { pictureSalt, pictureHash: new Uint8Array(hash.digest()) }
}
