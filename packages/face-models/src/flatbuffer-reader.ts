/**
 * Reads positions out of a FlatBuffer without a generated schema. All positions are bytes from the start.
 * A table begins with the signed distance to its vtable; the vtable lists where each field lies, 0 for absent.
 * Source: FlatBuffers internals, "Tables" and "Vectors".
 */
export interface FlatBufferReader {
  readonly root: number
  /** Position of a table's field, or 0 when the field is absent. */
  field(table: number, fieldId: number): number
  /** Position of what a field points to (table, vector, string), or 0 when absent. */
  follow(table: number, fieldId: number): number
  vectorLength(vector: number): number
  /** Positions of the tables a vector of offsets points to. */
  tablesOf(vector: number): number[]
  int32sOf(vector: number): number[]
  int8At(position: number): number
  int32At(position: number): number
}

const VTABLE_HEADER_BYTES = 4

export const createFlatBufferReader = (bytes: Uint8Array): FlatBufferReader => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const jump = (position: number) => position + view.getUint32(position, true)

  const field = (table: number, fieldId: number): number => {
    const vtable = table - view.getInt32(table, true)
    const entry = VTABLE_HEADER_BYTES + 2 * fieldId
    const distance = entry < view.getUint16(vtable, true) ? view.getUint16(vtable + entry, true) : 0
    return distance === 0 ? 0 : table + distance
  }
  const vectorLength = (vector: number) => (vector === 0 ? 0 : view.getUint32(vector, true))
  const entriesOf = (vector: number) =>
    Array.from({ length: vectorLength(vector) }, (_, index) => vector + 4 + 4 * index)

  return {
    root: jump(0),
    field,
    follow: (table, fieldId) => {
      const position = field(table, fieldId)
      return position === 0 ? 0 : jump(position)
    },
    vectorLength,
    tablesOf: (vector) => entriesOf(vector).map(jump),
    int32sOf: (vector) => entriesOf(vector).map((position) => view.getInt32(position, true)),
    int8At: (position) => view.getInt8(position),
    int32At: (position) => view.getInt32(position, true),
  }
}
