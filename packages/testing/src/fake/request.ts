import { type Cursor, formatCursor } from '@visavis/shared/cursor'
import { type FieldError, fieldErrorIf, toFieldError } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { sniffImageType } from '@visavis/shared/image-type'
import { DEFAULT_PAGE_LIMIT, MAX_IMAGE_BYTES, MAX_PAGE_LIMIT } from '@visavis/shared/limits'
import { toErrorCodes } from '@visavis/shared/to-error-codes'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { FakeStore } from './fake-store.ts'

export const refuse = (...errorCodes: FieldError[]): never => {
  throw new AppError('REQUEST_INVALID', { errorCodes })
}

export const check = <Schema extends z.ZodType>(input: unknown, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(input)
  return parsed.success ? parsed.data : refuse(...toErrorCodes(parsed.error.issues, input))
}

export const readBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const text = await c.req.text()
  if (text === '') return check({}, schema)
  if (!c.req.header('content-type')?.includes('json')) throw new AppError('CONTENT_TYPE_UNSUPPORTED')
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch (cause) {
    throw new AppError('REQUEST_MALFORMED', { cause })
  }
  return check(input, schema)
}

/** @throws AppError NOT_FOUND */
export const find = <Row>(rows: ReadonlyMap<string, Row>, id: string): Row => {
  const row = rows.get(id)
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

const readCount = (text: string | undefined, otherwise: number, least: number, most: number) =>
  text === undefined
    ? otherwise
    : /^\d{1,9}$/.test(text) && +text >= least && +text <= most
      ? +text
      : undefined

/** One page of a list, as the query asks for it. */
export const toList = <Row>(c: Context, href: string, rows: readonly Row[]) => {
  const skip = readCount(c.req.query('skip'), 0, 0, Number.MAX_SAFE_INTEGER)
  const asked = readCount(c.req.query('limit'), DEFAULT_PAGE_LIMIT, 0, Number.MAX_SAFE_INTEGER)
  const limit = asked === undefined ? undefined : Math.min(asked || DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT)
  if (skip === undefined || limit === undefined) {
    return refuse(
      ...fieldErrorIf(skip === undefined, 'skip__invalid_format'),
      ...fieldErrorIf(limit === undefined, 'limit__invalid_format'),
    )
  }
  const at = (from: number) => ({ href: `${href}?skip=${from}&limit=${limit}` })
  return {
    total_count: rows.length,
    skip,
    limit,
    data: rows.slice(skip, skip + limit),
    _links: {
      self: at(skip),
      ...(skip + limit < rows.length ? { next: at(skip + limit) } : {}),
      ...(skip > 0 ? { previous: at(Math.max(0, skip - limit)) } : {}),
    },
  }
}

/** All of a query is text, so whatever is wrong with a value is its format. */
export const readQuery = <Schema extends z.ZodObject>(c: Context, schema: Schema): z.output<Schema> => {
  const parsed = schema.strict().safeParse(c.req.query())
  if (parsed.success) return parsed.data as z.output<Schema>
  return refuse(
    ...parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((name) => toFieldError([name], 'unknown'))
        : [toFieldError(issue.path.slice(0, 1), 'invalid_format')],
    ),
  )
}

interface CursorPage {
  cursor?: Cursor | undefined
  limit: number
  created_after?: Date | undefined
  created_before?: Date | undefined
}

/** The rows, given in the order they came, newest first: those of that time behind the cursor. */
export const toCursorList = <Row extends { id: string; created_on: string }>(
  c: Context,
  href: string,
  rows: readonly Row[],
  { cursor, limit, created_after, created_before }: CursorPage,
) => {
  const inTime = rows.toReversed().filter(({ created_on }) => {
    const time = new Date(created_on)
    return (!created_after || time >= created_after) && (!created_before || time < created_before)
  })
  const from = cursor ? inTime.findIndex(({ id }) => id === cursor.id) + 1 : 0
  const data = inTime.slice(from, from + limit)
  const last = from + limit < inTime.length ? data.at(-1) : undefined
  const at = (more: object = {}) => ({
    href: `${href}?${new URLSearchParams({ ...c.req.query(), limit: String(limit), ...more })}`,
  })
  const toNext = ({ id, created_on }: Row) =>
    at({ cursor: formatCursor({ createdOn: new Date(created_on), id }) })
  return { limit, data, _links: { self: at(), ...(last ? { next: toNext(last) } : {}) } }
}

/** Looked at as far as its first bytes and its size go. @param given base64, or the bytes @returns base64 */
export const readPicture = ({ refusals }: FakeStore, name: string, given: string | Uint8Array): string => {
  const base64 = typeof given === 'string' ? given.replace(/^data:[^,]*;base64,/, '') : ''
  if (typeof given === 'string' && !/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(base64)) {
    return refuse(`${name}__invalid_format`)
  }
  const bytes = typeof given === 'string' ? Buffer.from(base64, 'base64') : Buffer.from(given)
  if (bytes.byteLength > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
  if (!sniffImageType(bytes)) throw new AppError('IMAGE_TYPE_UNSUPPORTED')
  const reason = refusals.shift()
  if (reason) throw new AppError('IMAGE_REFUSED', { errorCodes: [`${name}__${reason}`] })
  return bytes.toString('base64')
}

/** ISO 8601 UTC, whole seconds, as Visavis writes times. */
export const toTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

export const times = () => {
  const now = toTime(new Date())
  return { created_on: now, modified_on: now }
}

export const touch = <Row extends { modified_on: string }>(row: Row, change: Partial<Row>): Row =>
  Object.assign(row, change, { modified_on: toTime(new Date()) })
