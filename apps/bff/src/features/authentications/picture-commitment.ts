import { createHash, randomBytes } from 'node:crypto'
import type { Picture } from '../../providers/types.ts'
import type { DecisionEvidence } from './decision-rules.ts'

const SALT_BYTES = 32

/** Binds a decision to its picture, a piece of it at a time. Once the salt is erased, the hash tells nothing of it. */
export const commitToPicture = async (
  picture: Picture,
): Promise<Pick<DecisionEvidence, 'pictureSalt' | 'pictureHash'>> => {
  const pictureSalt = new Uint8Array(randomBytes(SALT_BYTES))
  const hash = createHash('sha256').update(pictureSalt)
  for await (const piece of picture.stream()) hash.update(piece)
  return { pictureSalt, pictureHash: new Uint8Array(hash.digest()) }
}
