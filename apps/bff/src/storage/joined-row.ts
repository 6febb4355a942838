/** Stands between the name given to a joined table and that of its column: no column has it. */
const SEPARATOR = '$'

/** Columns of a joined table for `select`, under names that `splitJoined` takes apart again: `j.name as journey$name`. */
export const toJoined = <Alias extends string, Column extends string>(
  alias: Alias,
  columns: readonly Column[],
  name: string,
) => columns.map((column) => `${alias}.${column} as ${name}${SEPARATOR}${column}` as const)

/** The columns of one joined table, as its repository would read them, and the rest of the row. */
export const splitJoined = (
  row: object,
  name: string,
): { joined: Record<string, unknown>; rest: Record<string, unknown> } => {
  const prefix = name + SEPARATOR
  const joined: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) {
    if (key.startsWith(prefix)) joined[key.slice(prefix.length)] = value
    else rest[key] = value
  }
  return { joined, rest }
}
