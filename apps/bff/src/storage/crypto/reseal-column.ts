import type { Sealer, ValueSealer } from '../assets/types.ts'
import type { ApplicantKeysRepo } from './applicant-keys-repo.ts'
import { ensureApplicantKey } from './ensure-applicant-key.ts'
import type { SealedColumn } from './sealed-column.ts'
import type { SealedColumnsRepo, SealedRow } from './sealed-columns-repo.ts'

const BATCH = 100

export interface ResealTurn {
  /** Nothing was left to look at. */
  isDone: boolean
  /** So many cannot be opened, and stay as they are. */
  left: number
}

interface ResealDeps {
  database: { sealedColumns: SealedColumnsRepo; applicantKeys: ApplicantKeysRepo }
  sealer: Sealer
}

export interface ResealOptions {
  keyId: number
  /** Asked before each: time is up, or the process stops. */
  isOver: () => boolean
  /** Of each that cannot be opened. */
  onLeft: (failure: unknown) => void
}

/**
 * Seals by the present data key what another one has sealed, row by row; what is done says so itself, so that whoever
 * goes on later looks at the rest only.
 */
export const resealColumn = async (
  deps: ResealDeps,
  column: SealedColumn,
  { keyId, isOver, onLeft }: ResealOptions,
): Promise<ResealTurn> => {
  const { sealedColumns } = deps.database
  let left = 0
  let last: SealedRow | undefined
  for (;;) {
    const rows = await sealedColumns.list(column, keyId, last, BATCH)
    for (const row of rows) {
      if (isOver()) return { isDone: false, left }
      let sealed: Uint8Array | undefined
      try {
        sealed = await resealRow(deps, column, row)
      } catch (failure) {
        onLeft(failure)
        left += 1
      }
      if (sealed) await sealedColumns.replace(column, row, sealed)
      last = row
    }
    if (rows.length < BATCH) return { isDone: true, left }
  }
}

const resealRow = async (deps: ResealDeps, column: SealedColumn, row: SealedRow): Promise<Uint8Array> => {
  const own = column.isApplicants ? await ofApplicant(deps, row) : deps.sealer
  const context = column.toContext(row)
  return own.seal(own.open(row.sealed, context, column.toEarlierContext?.(row)), context)
}

const ofApplicant = async (
  deps: ResealDeps,
  { tenantId, applicantId, applicantKey }: SealedRow,
): Promise<ValueSealer> => {
  if (tenantId === undefined || applicantId === undefined) throw new TypeError('a row of nobody')
  const applicant = { tenantId, applicantId }
  const known = applicantKey ?? (await ensureApplicantKey(deps, applicant)) ?? null
  return deps.sealer.ofApplicant({ ...applicant, applicantKey: known })
}
