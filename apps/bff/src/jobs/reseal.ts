import { VENDOR_CAPTURE_COLUMNS } from '../features/capture/index.ts'
import { TEMPLATE_COLUMN } from '../features/faces/index.ts'
import { ANSWER_COLUMN } from '../features/idempotency/index.ts'
import { PROVIDER_SETTINGS_COLUMNS } from '../features/journeys/index.ts'
import { resealPictures } from '../features/pictures/index.ts'
import { WEBHOOK_COLUMNS } from '../features/webhooks/index.ts'
import { APPLICANT_KEY_COLUMN } from '../storage/crypto/applicant-key.ts'
import type { DataKeyRow } from '../storage/crypto/data-keys-repo.ts'
import { HASH_KEY } from '../storage/crypto/open-data-keys.ts'
import { type ResealTurn, resealColumn } from '../storage/crypto/reseal-column.ts'
import type { SealedColumn } from '../storage/crypto/sealed-column.ts'
import type { SealedCount } from '../storage/crypto/sealed-columns-repo.ts'
import type { JobsDeps } from './deps.ts'

/** Well below the time after which the queue gives the job to somebody else. */
const TURN_MS = 45_000
/** Between turns: then the queue has others first. */
const PAUSE_MS = 1_000
/** A key stays so long after the next one began to seal: what a slow request still brings has arrived by then. */
const GRACE_MS = 3_600_000

const PICTURES = 'pictures'

/** What is sealed in columns, the keys of applicants first. Pictures come after it, with their prints. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  APPLICANT_KEY_COLUMN,
  TEMPLATE_COLUMN,
  ...PROVIDER_SETTINGS_COLUMNS,
  ...WEBHOOK_COLUMNS,
  ...VENDOR_CAPTURE_COLUMNS,
  ANSWER_COLUMN,
]

export type ResealDeps = Pick<JobsDeps, 'database' | 'dataKeys' | 'assets' | 'sealer' | 'log' | 'now'>

export interface ResealState extends ResealTurn {
  /** When there is more to do; `undefined`: nothing before the next key. */
  again?: Date
}

interface ResealOptions {
  /** Asked before each value: time is up, or the process stops. */
  isOver: () => boolean
  /** Nothing else is at work on the database. */
  isAlone?: boolean
}

/** The data keys there are, the newest last. */
export const listDataKeys = async ({ database }: Pick<ResealDeps, 'database'>): Promise<DataKeyRow[]> =>
  (await database.dataKeys.list()).filter(({ id }) => id !== HASH_KEY)

/**
 * Seals by the newest data key what another one or an earlier version has sealed, then removes the keys that nothing
 * needs any more. Whatever stops it, what was done is done, and the next call goes on with the rest.
 */
export const reseal = async (
  deps: ResealDeps,
  { isOver, isAlone = false }: ResealOptions,
): Promise<ResealState> => {
  const { database, dataKeys, now } = deps
  await dataKeys.refresh()
  const keys = await listDataKeys(deps)
  const newest = keys.at(-1)
  if (!newest) throw new Error('there is no data key')
  const sealsFrom = newest.sealsFrom ?? newest.createdOn
  if (sealsFrom > now()) return { isDone: false, left: 0, again: sealsFrom }
  if (!newest.resealedOn) {
    const turn = await resealAll(deps, newest.id, isOver)
    if (!turn.isDone) return { ...turn, again: new Date(now().getTime() + PAUSE_MS) }
    if (turn.left > 0) return turn
    await database.dataKeys.markResealed(newest.id, now())
  }
  const older = keys.filter(({ id }) => id < newest.id).map(({ id }) => id)
  if (older.length === 0) return { isDone: true, left: 0 }
  const removeOn = isAlone ? now() : new Date(sealsFrom.getTime() + GRACE_MS)
  if (removeOn > now()) return { isDone: false, left: 0, again: removeOn }
  const waiting = (await countSealed(deps, newest.id)).reduce((sum, place) => sum + place.waiting, 0)
  if (waiting > 0) {
    await database.dataKeys.markResealed(newest.id, null)
    return { isDone: false, left: 0, again: now() }
  }
  await database.dataKeys.delete(older)
  await dataKeys.refresh()
  return { isDone: true, left: 0 }
}

const resealAll = async (deps: ResealDeps, keyId: number, isOver: () => boolean): Promise<ResealTurn> => {
  let left = 0
  const toOptions = (place: string) => ({
    keyId,
    isOver,
    onLeft: (err: unknown) =>
      deps.log.warn({ err, place }, 'a sealed value cannot be opened and stays as it is'),
  })
  for (const column of SEALED_COLUMNS) {
    const turn = await resealColumn(deps, column, toOptions(column.what))
    left += turn.left
    if (!turn.isDone) return { isDone: false, left }
  }
  const pictures = await resealPictures(deps, toOptions(PICTURES))
  return { isDone: pictures.isDone, left: left + pictures.left }
}

/** How far everything there is has come with a data key. */
export const countSealed = async (
  { database }: Pick<ResealDeps, 'database'>,
  keyId: number,
): Promise<(SealedCount & { place: string })[]> => {
  const counts: (SealedCount & { place: string })[] = []
  for (const column of SEALED_COLUMNS) {
    const count = await database.sealedColumns.count(column, keyId)
    counts.push({ place: column.what, ...count })
  }
  return [...counts, { place: PICTURES, ...(await database.assets.countSealed(keyId)) }]
}

/** Of turns there is one that waits, however many processes order it. */
const KEY = 'reseal'

export const orderResealing = (
  { jobs }: Pick<JobsDeps['database'], 'jobs'>,
  startAfter?: Date,
): Promise<void> => jobs.enqueue('reseal', [{ data: {}, key: KEY, ...(startAfter ? { startAfter } : {}) }])

export const resealForATurn = async (deps: ResealDeps, signal: AbortSignal): Promise<{ left: number }> => {
  const start = performance.now()
  const isOver = () => signal.aborted || performance.now() - start > TURN_MS
  const { left, again } = await reseal(deps, { isOver })
  if (again) await orderResealing(deps.database, again)
  return { left }
}
