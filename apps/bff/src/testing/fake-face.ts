import { createFeatures } from '../storage/testing/features.ts'

/** First bytes of a JPEG, then who it shows. */
const HEADER = [0xff, 0xd8, 0xff, 0xe0]
const NOBODY = 0

/** A picture that the scripted provider reads: one person's pictures are alike, two people's are not. */
export const fakeFace = (person: number, picture = 0): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...HEADER, person, picture, ...new Array<number>(58).fill(0)])

export const fakeEmptyRoom = (): Uint8Array<ArrayBuffer> => fakeFace(NOBODY)

export const readFakeFace = (image: Uint8Array): Float32Array | undefined => {
  if (HEADER.some((byte, index) => image[index] !== byte)) return undefined
  const [person = NOBODY, picture = 0] = image.subarray(HEADER.length)
  return person === NOBODY ? undefined : createFeatures(person, picture)
}
