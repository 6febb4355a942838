/** A JSON body with pictures in it as base64 (RFC 4648 §4), made while it is sent. */

/** A picture as its bytes come; they are read anew for each try. */
export interface StreamedPicture {
  /** Size in bytes. */
  readonly bytes: number
  stream(): AsyncIterable<Uint8Array>
}

type Field = readonly [name: string, value: StreamedPicture | string | number | boolean]

/**
 * Divisible by three, so that pieces of base64 can be put one after another; small enough that one in base64 is no large
 * object to V8 (128 kB), which would ask the system for its memory anew: six times the processor time for the same bytes.
 */
const PIECE_BYTES = 48 * 1024

/**
 * `{"name": "…", …}` in the order given. Never holds more than a piece of a picture beyond what the picture's own
 * stream hands over. @throws Error when a picture is not as long as it said: the body would be of the wrong length
 */
export const toBase64Json = (fields: readonly Field[]) => ({
  contentType: 'application/json',
  length: fields.reduce((sum, field) => sum + prefixOf(field, fields).length + lengthOf(field), '{}'.length),
  stream: () => encodeFields(fields),
})

/** Names and other values are plain ASCII here, so characters are bytes. */
const prefixOf = (field: Field, fields: readonly Field[]): string =>
  `${field === fields[0] ? '' : ','}${JSON.stringify(field[0])}:`

const isPicture = (value: Field[1]): value is StreamedPicture => typeof value === 'object'

const lengthOf = ([, value]: Field): number =>
  isPicture(value) ? '""'.length + Math.ceil(value.bytes / 3) * 4 : JSON.stringify(value).length

async function* encodeFields(fields: readonly Field[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{')
  for (const field of fields) {
    const [, value] = field
    yield Buffer.from(prefixOf(field, fields))
    if (!isPicture(value)) {
      yield Buffer.from(JSON.stringify(value))
      continue
    }
    yield Buffer.from('"')
    yield* encodePicture(value)
    yield Buffer.from('"')
  }
  yield Buffer.from('}')
}

async function* encodePicture({ bytes, stream }: StreamedPicture): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0)
  let seen = 0
  for await (const chunk of stream()) {
    seen += chunk.byteLength
    const missing = rest.byteLength > 0 ? Math.min(3 - rest.byteLength, chunk.byteLength) : 0
    rest = Buffer.concat([rest, chunk.subarray(0, missing)])
    if (rest.byteLength === 3) {
      yield toBase64(rest)
      rest = Buffer.alloc(0)
    }
    const end = chunk.byteLength - ((chunk.byteLength - missing) % 3)
    for (let start = missing; start < end; start += PIECE_BYTES) {
      yield toBase64(chunk.subarray(start, Math.min(start + PIECE_BYTES, end)))
    }
    if (end < chunk.byteLength) rest = Buffer.from(chunk.subarray(end))
  }
  if (seen !== bytes) throw new Error('a picture is not as long as it was')
  if (rest.byteLength > 0) yield toBase64(rest)
}

const toBase64 = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(buffer, byteOffset, byteLength).toString('base64'), 'latin1')
