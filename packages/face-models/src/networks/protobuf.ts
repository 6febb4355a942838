/**
 * Writes protocol buffers by hand: field numbers and wire types are all that the few messages of an ONNX file need.
 * Source: Protocol Buffers documentation, "Encoding".
 */
const WIRE = { varint: 0, bytes: 2, fixed32: 5 }
const VARINT_BITS = 7n

/** Bytes in pieces. A message lies within another up to four deep: joined once, at the end, weights are copied once. */
export type Pieces = readonly Uint8Array[]

const encoder = new TextEncoder()

/** Negative numbers as 64-bit two's complement, ten bytes long, as the format has it. */
const varint = (value: number): Uint8Array => {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    const low = Number(rest & 0x7fn)
    rest >>= VARINT_BITS
    bytes.push(rest === 0n ? low : low | 0x80)
  } while (rest !== 0n)
  return Uint8Array.from(bytes)
}

const key = (field: number, wire: number): Uint8Array => varint(field * 8 + wire)

export const intField = (field: number, value: number): Pieces => [key(field, WIRE.varint), varint(value)]

export const floatField = (field: number, value: number): Pieces => {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return [key(field, WIRE.fixed32), bytes]
}

export const bytesField = (field: number, value: string | Uint8Array): Pieces => {
  const bytes = typeof value === 'string' ? encoder.encode(value) : value
  return [key(field, WIRE.bytes), varint(bytes.length), bytes]
}

/** A message of the given fields. */
export const messageField = (field: number, ...fields: readonly Pieces[]): Pieces => {
  const pieces = fields.flat()
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return [key(field, WIRE.bytes), varint(length), ...pieces]
}

export const joinFields = (...fields: readonly Pieces[]): Uint8Array => Buffer.concat(fields.flat())
