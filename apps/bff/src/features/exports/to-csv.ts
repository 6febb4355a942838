/** What stands in a column, by the column's name, in the order of the file. */
export type CsvColumns<View> = Readonly<Record<string, (view: View) => string | number | undefined>>

/**
 * Where a spreadsheet may take what follows for a formula: at the beginning, and behind whatever it separates cells by in
 * its language. Full-width signs count too. Source: OWASP, "CSV Injection".
 */
const FORMULAS = /(^|[,;\t\r\n])(\s*)(?=[=+\-@＝＋－＠])/gu
const LEADING_BREAK = /^(?=[\t\r\n])/

/** An apostrophe makes it text for every spreadsheet; whoever reads the file by a program finds it in front. */
const disarm = (text: string): string => text.replace(FORMULAS, "$1$2'").replace(LEADING_BREAK, "'")

/** RFC 4180 §2. */
const quote = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const toCell = (value: string | number | undefined): string =>
  typeof value === 'string' ? quote(disarm(value)) : String(value ?? '')

const toLine = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(toCell).join(',')}\r\n`

export const toCsvHeader = <View>(columns: CsvColumns<View>): string => toLine(Object.keys(columns))

export const toCsvLine = <View>(columns: CsvColumns<View>, view: View): string =>
  toLine(Object.values(columns).map((read) => read(view)))
