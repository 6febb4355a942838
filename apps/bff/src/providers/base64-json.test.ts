import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { type StreamedPicture, toBase64Json } from './base64-json.ts'

const pictureOf = (bytes: Buffer, pieces: readonly number[]): StreamedPicture => ({
  bytes: bytes.byteLength,
  stream: async function* () {
    let start = 0
    for (const piece of [...pieces, bytes.byteLength]) {
      yield bytes.subarray(start, start + piece)
      start += piece
    }
  },
})
const collect = async (stream: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}

it.each([
  [0, []],
  [1, []],
  [2, [1]],
  [3, [1, 1]],
  [100, [1, 2, 3, 4, 5]],
  [300_001, [65_536, 1, 65_535]],
])('a picture of %i bytes, in pieces of %j', async (size, pieces) => {
  const picture = randomBytes(size)
  const body = toBase64Json([
    ['sourceImage', pictureOf(picture, pieces)],
    ['targetImage', pictureOf(picture, [])],
    ['minimumMatchLevel', 3],
    ['insert', true],
  ])
  const text = Buffer.concat(await collect(body.stream())).toString()
  const base64 = picture.toString('base64')
  expect(JSON.parse(text)).toEqual({
    sourceImage: base64,
    targetImage: base64,
    minimumMatchLevel: 3,
    insert: true,
  })
  expect(body.length).toBe(text.length)
})

it('gives small pieces, however large the picture comes', async () => {
  const body = toBase64Json([['idPhoto', pictureOf(randomBytes(1_000_000), [])]])
  const chunks = await collect(body.stream())
  expect(Math.max(...chunks.map(({ byteLength }) => byteLength))).toBeLessThan(70_000)
})

it('can be sent again', async () => {
  const body = toBase64Json([['idPhoto', pictureOf(randomBytes(10), [3])]])
  expect(await collect(body.stream())).toEqual(await collect(body.stream()))
})

it('breaks off when a picture is shorter than it said', async () => {
  const picture = { ...pictureOf(randomBytes(10), []), bytes: 11 }
  await expect(collect(toBase64Json([['idPhoto', picture]]).stream())).rejects.toThrow('not as long')
})
