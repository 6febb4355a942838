import { pageOf } from '@visavis/shared/answers'
import type { Cursor } from '@visavis/shared/cursor'
import { fieldErrorIf } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { EXPORT_MEDIA_TYPES, type ExportFormat } from '@visavis/shared/exports'
import type { Context, Env } from 'hono'
import type * as z from 'zod'
import { toCursorListView } from '../../http/view-parts.ts'
import type { CursorPage, CursorPaged } from '../../storage/paging.ts'
import { type CsvColumns, toCsvHeader, toCsvLine } from './to-csv.ts'

/** Rows that are in memory at a time: some hundred kilobytes. */
const PAGE_ROWS = 500

interface List<Row, View> {
  /** Its address. */
  path: string
  list: (page: CursorPage) => Promise<CursorPaged<Row>>
  toView: (row: Row) => View
  columns: CsvColumns<View>
}

/** Of a row; `livemode`: of test mode, as all of them are then. */
interface Listed {
  _links: object
  livemode?: false | undefined
}

interface ListQuery {
  cursor?: Cursor | undefined
  limit: number
  format?: ExportFormat | undefined
}

/** The answer of an endpoint that uses `answerList`. */
export const pageOrFileOf = <Item extends z.ZodType>(item: Item) => ({
  schema: pageOf(item),
  otherMediaTypes: Object.values(EXPORT_MEDIA_TYPES),
})

/** A page of a list, or with `format` all of it as a file. */
export const answerList = async <Row, View extends Listed, E extends Env>(
  c: Context<E>,
  query: ListQuery,
  list: List<Row, View>,
) => {
  const { cursor: after, limit, format } = query
  if (format) return answerFile(c, format, list)
  const page = await list.list({ after, limit })
  return toCursorListView(list.path, page, { query: c.req.query(), limit }, list.toView)
}

/**
 * Page by page as it is taken away, so that one of a million rows needs no more memory than one of a thousand. The first
 * page is there before the answer begins: what fails by then is an error like any other, later it breaks the file off.
 */
const answerFile = async <Row, View extends Listed, E extends Env>(
  c: Context<E>,
  format: ExportFormat,
  { path, list, toView, columns }: List<Row, View>,
): Promise<Response> => {
  assertWhole(c.req.query())
  const first = await list({ limit: PAGE_ROWS })
  const name = path.slice(path.lastIndexOf('/') + 1)
  // NDJSON says so in each view; a file of live data has the columns that it always had.
  const isTest = first.rows.some((row) => toView(row).livemode === false)
  const shown: CsvColumns<View> = isTest ? { ...columns, livemode: () => 'false' } : columns
  const toLine = {
    csv: (view: View) => toCsvLine(shown, view),
    ndjson: ({ _links: _, ...view }: View) => `${JSON.stringify(view)}\n`,
  }[format]
  const encoder = new TextEncoder()
  const chunks = async function* () {
    if (format === 'csv') yield encoder.encode(toCsvHeader(shown))
    for (let page = first; ; page = await list({ after: page.next, limit: PAGE_ROWS })) {
      if (page.rows.length > 0) yield encoder.encode(page.rows.map((row) => toLine(toView(row))).join(''))
      if (!page.next) return
    }
  }
  return c.body(toStream(chunks()), 200, {
    'Content-Type': `${EXPORT_MEDIA_TYPES[format]}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}.${format}"`,
  })
}

/** As `ReadableStream.from`, which browsers' types do not know: made when it is asked for, and ended with its reader. */
const toStream = (chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => {
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )

/** @throws AppError REQUEST_INVALID */
const assertWhole = ({ cursor, limit }: Readonly<Record<string, string>>): void => {
  const errorCodes = [
    ...fieldErrorIf(cursor !== undefined, 'cursor__conflict'),
    ...fieldErrorIf(limit !== undefined, 'limit__conflict'),
  ]
  if (errorCodes.length > 0) throw new AppError('REQUEST_INVALID', { errorCodes })
}
