/**
 * Writes new FlatBuffer objects in front of an existing buffer, which stays as it is, byte for byte.
 * It works because an offset is unsigned and points forward: a new root table may point into the old bytes, and
 * the old root is simply not reached any more. Hence parents are written before what they point to.
 */

/** What an offset points to: a new object by its label, or a position in the old buffer. */
export type Target = { label: string } | { oldPosition: number }

export type Field = { offset: Target } | { int32: number } | { int8: number }

export interface FlatBufferPrefixWriter {
  /** First four bytes point to the root table; the identifier follows. */
  header(rootLabel: string, identifier: string): void
  /** `fields`: field number of the schema → value. */
  table(label: string, fields: Record<number, Field>): void
  offsets(label: string, targets: readonly Target[]): void
  int32s(label: string, values: readonly number[]): void
  text(label: string, value: string): void
  /** A byte vector whose first element lies on a 16-byte boundary, as TFLite wants its buffers. */
  alignedBytes(label: string, value: Uint8Array): void
  /** The new objects followed by `oldBuffer`. */
  finish(oldBuffer: Uint8Array): Uint8Array
}

/** Old buffers hold 16-byte aligned data; a multiple of 64 keeps every alignment in use today. */
const OLD_BUFFER_ALIGNMENT = 64
const VECTOR_ALIGNMENT = 16
const LENGTH_BYTES = 4

export const createFlatBufferPrefixWriter = (): FlatBufferPrefixWriter => {
  const chunks: { position: number; bytes: Buffer }[] = []
  const pointers: { position: number; target: Target }[] = []
  const positions = new Map<string, number>()
  let size = 0

  /** Appends so that the byte after `lead` bytes is aligned. */
  const append = (label: string, bytes: Buffer, alignment = 4, lead = 0): number => {
    const position = Math.ceil((size + lead) / alignment) * alignment - lead
    chunks.push({ position, bytes })
    positions.set(label, position)
    size = position + bytes.length
    return position
  }

  const table = (label: string, fields: Record<number, Field>): void => {
    const ids = Object.keys(fields)
      .map(Number)
      .sort((a, b) => a - b)
    const vtable = Buffer.alloc(4 + 2 * ((ids.at(-1) ?? -1) + 1))
    const body = Buffer.alloc(4 + 4 * ids.length)
    vtable.writeUInt16LE(vtable.length, 0)
    vtable.writeUInt16LE(body.length, 2)
    ids.forEach((id, index) => {
      vtable.writeUInt16LE(4 + 4 * index, 4 + 2 * id)
    })
    const vtablePosition = append(`${label}:vtable`, vtable)
    const position = append(label, body)
    body.writeInt32LE(position - vtablePosition, 0)
    ids.forEach((id, index) => {
      const field = fields[id]
      const at = 4 + 4 * index
      if (field === undefined) return
      if ('offset' in field) pointers.push({ position: position + at, target: field.offset })
      else if ('int32' in field) body.writeInt32LE(field.int32, at)
      else body.writeInt8(field.int8, at)
    })
  }

  const vector = (length: number, elementBytes: number, terminator = 0): Buffer => {
    const bytes = Buffer.alloc(LENGTH_BYTES + length * elementBytes + terminator)
    bytes.writeUInt32LE(length, 0)
    return bytes
  }

  const positionOf = (target: Target, oldStart: number): number => {
    if ('oldPosition' in target) return oldStart + target.oldPosition
    const position = positions.get(target.label)
    if (position === undefined) throw new Error(`flatbuffer: nothing was written as "${target.label}"`)
    return position
  }

  return {
    table,
    header: (rootLabel, identifier) => {
      const bytes = Buffer.alloc(8)
      bytes.write(identifier, 4, 'latin1')
      pointers.push({ position: append('header', bytes), target: { label: rootLabel } })
    },
    offsets: (label, targets) => {
      const position = append(label, vector(targets.length, 4))
      targets.forEach((target, index) => {
        pointers.push({ position: position + LENGTH_BYTES + 4 * index, target })
      })
    },
    int32s: (label, values) => {
      const bytes = vector(values.length, 4)
      values.forEach((value, index) => {
        bytes.writeInt32LE(value, LENGTH_BYTES + 4 * index)
      })
      append(label, bytes)
    },
    text: (label, value) => {
      const bytes = vector(Buffer.byteLength(value), 1, 1)
      bytes.write(value, LENGTH_BYTES)
      append(label, bytes)
    },
    alignedBytes: (label, value) => {
      const bytes = vector(value.length, 1)
      bytes.set(value, LENGTH_BYTES)
      append(label, bytes, VECTOR_ALIGNMENT, LENGTH_BYTES)
    },
    finish: (oldBuffer) => {
      const oldStart = Math.ceil(size / OLD_BUFFER_ALIGNMENT) * OLD_BUFFER_ALIGNMENT
      const whole = Buffer.alloc(oldStart + oldBuffer.length)
      for (const { position, bytes } of chunks) bytes.copy(whole, position)
      whole.set(oldBuffer, oldStart)
      for (const { position, target } of pointers) {
        const distance = positionOf(target, oldStart) - position
        if (distance <= 0) throw new Error('flatbuffer: an offset must point forward')
        whole.writeUInt32LE(distance, position)
      }
      return whole
    },
  }
}
