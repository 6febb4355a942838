import * as z from 'zod'

/** The first entry of an archive. */
export const HEAD = 'visavis-backup.json'
/** Of the archive's layout; another number, another layout. */
export const FORMAT = 1

const tableSchema = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** In the order in which rows are written. */
  columns: z.array(z.string()),
  /** Of a partition, which holds the features of one gallery of 1:N search and which no migration makes. */
  gallery: z.object({ id: z.number().int(), dimensions: z.number().int().positive() }).optional(),
})

export const headSchema = z.object({
  format: z.literal(FORMAT),
  /** Of the program that wrote it; for people. */
  version: z.string(),
  createdOn: z.iso.datetime(),
  engine: z.enum(['pglite', 'postgres']),
  /** The newest migration of the database. */
  migration: z.string(),
  tables: z.array(tableSchema),
  /** Where numbers go on. */
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z][a-z0-9_]*$/), value: z.number().int() })),
  /** Sealed: says which master key the archive belongs to. `null`: nothing is sealed yet. */
  dataKey: z.object({ id: z.number().int(), wrapped: z.base64() }).nullable(),
  /** Whether the pictures are in it. */
  pictures: z.boolean(),
})

export type BackupHead = z.infer<typeof headSchema>
export type BackupTable = z.infer<typeof tableSchema>

export const PICTURES = 'pictures/'

/** @param number of a part of the table */
export const toRowsName = (table: string, number: number): string =>
  `rows/${table}/${String(number).padStart(8, '0')}.json.gz`

/** The table that an entry holds rows of. */
export const toTableName = (entry: string): string | undefined =>
  /^rows\/([a-z][a-z0-9_]*)\/\d{8}\.json\.gz$/.exec(entry)?.[1]
