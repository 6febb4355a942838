import { openPackedAssets } from '../packed-assets.ts'
import { readSourceFile } from '../source-files.ts'

/** Field numbers. Source: mediapipe/modules/face_geometry/protos, `geometry_pipeline_metadata` and `mesh_3d`. */
const CANONICAL_MESH = 1
const VERTEX_BUFFER = 3
/** Of a vertex: its place, and its place in the texture. */
const NUMBERS_PER_VERTEX = 5

const WIRE = { varint: 0, bytes: 2, fixed32: 5 }

/** What stands in a message, field by field; numbers as the bytes they are. Source: Protocol Buffers, "Encoding". */
const fieldsOf = (message: Uint8Array) => {
  const fields: { field: number; bytes: Uint8Array }[] = []
  let at = 0
  const varint = (): number => {
    let [value, shift] = [0, 1]
    for (;;) {
      const byte = message[at] ?? 0
      at += 1
      value += (byte & 0x7f) * shift
      if (byte < 0x80) return value
      shift *= 0x80
    }
  }
  while (at < message.length) {
    const key = varint()
    const wire = key % 8
    if (wire === WIRE.varint) varint()
    else {
      const length = wire === WIRE.bytes ? varint() : 4
      fields.push({ field: Math.floor(key / 8), bytes: message.subarray(at, at + length) })
      at += length
    }
  }
  return fields
}

/** Places of the vertices as the vendor has them. */
export const readCanonicalFace = async (): Promise<number[]> => {
  const [assets, loader] = [await readSourceFile('packedAssets'), await readSourceFile('packedAssetsLoader')]
  const open = openPackedAssets(assets, new TextDecoder().decode(loader))
  const metadata = fieldsOf(open('geometry_pipeline_metadata_landmarks.binarypb'))
  const mesh = metadata.find(({ field }) => field === CANONICAL_MESH)?.bytes ?? new Uint8Array()
  const numbers = fieldsOf(mesh)
    .filter(({ field }) => field === VERTEX_BUFFER)
    .flatMap(({ bytes }) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      return Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(4 * index, true))
    })
  return numbers.filter((_, index) => index % NUMBERS_PER_VERTEX < 3)
}
