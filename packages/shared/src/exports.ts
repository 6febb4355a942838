/** Whole lists as files. */
import * as z from 'zod'

const EXPORT_FORMATS = ['csv', 'ndjson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const EXPORT_MEDIA_TYPES = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const satisfies Record<ExportFormat, string>

/** What the query of such a list takes beside the list's own. */
export const exportQuery = {
  format: z.enum(EXPORT_FORMATS).optional().meta({
    description: 'All that fit the filters, as a file and in place of a page: without `cursor` and `limit`.',
  }),
}
