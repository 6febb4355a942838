import type { Generated, Kysely } from 'kysely'

/** Order of insertion; two rows of one millisecond still have one. */
export interface Positioned {
  position: Generated<number>
}

/**
 * A connection or a running transaction: repositories do not care which. It knows no table; each repository says which
 * ones it reads and writes.
 */
export type Handle = Kysely<Record<never, never>>

/**
 * The same handle for a repository, which knows its tables. They are named in camel case; `CamelCasePlugin` turns them
 * into the snake case of the migrations.
 */
export const tablesOf = <Tables>(handle: Handle): Kysely<Tables> => handle as unknown as Kysely<Tables>
