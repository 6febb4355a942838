import { writeFile } from 'node:fs/promises'
import { readFlag } from './read-flag.ts'

/** One measured number, beside what it is compared with and what it has to be. */
export interface Measurement {
  metric: string
  value: number
  /** `ms`, `%`, `faces`, … ; empty for a plain number. */
  unit: string
  /** The same number of the rival or of the untuned way. */
  reference?: number
  /** The promise; `ratio` judges value ÷ reference instead of the value. */
  target?: { at: 'most' | 'least'; limit: number; of?: 'value' | 'ratio' }
}

/** As written to the JSON file; null: does not apply. */
export interface ReportRow {
  metric: string
  value: number
  unit: string
  reference: number | null
  ratio: number | null
  target: string | null
  ok: boolean | null
}

const round = (value: number, digits = 4): number => Number(value.toPrecision(digits))

export const toReportRow = ({ metric, value, unit, reference, target }: Measurement): ReportRow => {
  const ratio = reference === undefined || reference === 0 ? null : value / reference
  const judged = target?.of === 'ratio' ? (ratio ?? Number.NaN) : value
  const isMet = target?.at === 'most' ? judged <= target.limit : judged >= (target?.limit ?? 0)
  const sign = target?.at === 'most' ? '≤' : '≥'
  return {
    metric,
    value: round(value),
    unit,
    reference: reference === undefined ? null : round(reference),
    ratio: ratio === null ? null : round(ratio, 3),
    target: target === undefined ? null : `${sign} ${target.limit}${target.of === 'ratio' ? ' ×' : ''}`,
    ok: target === undefined ? null : isMet,
  }
}

/** The `p`-th part (0…1) of the values lies at or below the result (nearest rank). */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN
}

const HEADINGS = ['metric', 'value', 'reference', 'ratio', 'target', 'ok']

/** A table for people; the first column is left, the others right. */
export const formatReport = (rows: readonly ReportRow[]): string => {
  const withUnit = (value: number | null, unit: string) => (value === null ? '' : `${value} ${unit}`.trim())
  const cells = rows.map((row) => [
    row.metric,
    withUnit(row.value, row.unit),
    withUnit(row.reference, row.unit),
    row.ratio === null ? '' : `${row.ratio} ×`,
    row.target ?? '',
    row.ok === null ? '' : row.ok ? 'yes' : 'NO',
  ])
  const table = [HEADINGS, ...cells]
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)))
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)
  const lines = table.map((line) => line.map(pad).join('  ').trimEnd())
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/**
 * Prints the table, writes the JSON file when the command line has `--json FILE`, and makes the process exit with
 * 1 when a promise is broken.
 */
export const report = async (title: string, measurements: readonly Measurement[]): Promise<void> => {
  const rows = measurements.map(toReportRow)
  process.stdout.write(`\n${title}\n\n${formatReport(rows)}\n`)
  const file = readFlag('--json')
  if (file !== undefined) await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`)
  if (rows.some(({ ok }) => ok === false)) process.exitCode = 1
}
