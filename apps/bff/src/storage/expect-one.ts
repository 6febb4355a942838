import type { UpdateResult } from 'kysely'

/** A change to a row that is not there is a mistake, and inside a transaction it undoes everything. */
export const expectOne = (what: string, { numUpdatedRows }: UpdateResult): void => {
  if (numUpdatedRows !== 1n) throw new Error(`${what}: the row to change is not there`)
}
