import { sql } from 'kysely'

/** `personal` says something about a person and goes when that person is erased; `kept` stays. */
export type Privacy = 'personal' | 'kept'

/**
 * Stands behind `satisfies` beside each row type: a column that nobody has decided about does not compile. Erasing reads
 * it, so what is said here is what happens.
 */
export type PrivacyOf<Row> = Readonly<Record<keyof Row & string, Privacy>>

type PersonalColumn<P> = { [Column in keyof P]: P[Column] extends 'personal' ? Column : never }[keyof P] &
  string

export const columnNames = <P extends PrivacyOf<object>>(privacy: P) =>
  Object.keys(privacy) as (keyof P & string)[]

export const personalColumns = <P extends PrivacyOf<object>>(privacy: P) =>
  Object.entries(privacy).flatMap(([column, kind]) =>
    kind === 'personal' ? [column] : [],
  ) as PersonalColumn<P>[]

/** How many personal columns of a row hold something. @param except columns that a receipt does not count */
export const countKnown = <P extends PrivacyOf<object>>(
  privacy: P,
  except: readonly PersonalColumn<P>[] = [],
) => {
  const counted = personalColumns(privacy).filter((column) => !except.includes(column))
  return sql<number>`num_nonnulls(${sql.join(counted.map((column) => sql.ref(column)))})`
}

/**
 * What an erasing UPDATE writes: `null` into every personal column, or what `instead` gives for one that has to hold
 * something.
 */
export const toErasedValues = <
  P extends PrivacyOf<object>,
  Instead extends Partial<Record<PersonalColumn<P>, unknown>>,
>(
  privacy: P,
  instead: Instead,
) =>
  ({
    ...Object.fromEntries(personalColumns(privacy).map((column) => [column, null])),
    ...instead,
  }) as { [Column in Exclude<PersonalColumn<P>, keyof Instead>]: null } & Instead
