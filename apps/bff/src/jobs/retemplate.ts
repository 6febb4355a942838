import { retemplateFaces } from '../features/faces/index.ts'
import { reindexFaces } from '../features/search/index.ts'
import type { JobData } from '../storage/job-types.ts'
import type { JobsDeps } from './deps.ts'

/** Well below the time after which the queue gives the job to somebody else. */
const TURN_MS = 45_000
/** Between turns: then the queue has others first. */
const PAUSE_MS = 1_000

/** Of turns there is one that waits, however many processes order it. */
const KEY = 'retemplate'

export const orderRetemplating = (
  { jobs }: Pick<JobsDeps['database'], 'jobs'>,
  data: JobData['retemplate'] = {},
  startAfter?: Date,
): Promise<void> => jobs.enqueue('retemplate', [{ data, key: KEY, ...(startAfter ? { startAfter } : {}) }])

/**
 * Faces first, then the face index; the next turn goes on from where this one ends.
 * @returns how many failed and were left
 */
export const retemplateForATurn = async (
  deps: JobsDeps,
  { face = 0, entry = '' }: JobData['retemplate'],
  signal: AbortSignal,
): Promise<{ left: number }> => {
  const start = performance.now()
  const isOver = () => signal.aborted || performance.now() - start > TURN_MS
  const faces = await retemplateFaces(deps, { after: face, isOver })
  const entries =
    faces.next === undefined ? await reindexFaces(deps, { after: entry, isOver }) : { next: entry, left: 0 }
  const left = faces.left + entries.left
  if (faces.next === undefined && entries.next === undefined) return { left }
  const next = { face: faces.next ?? Number.MAX_SAFE_INTEGER, entry: entries.next ?? '' }
  await orderRetemplating(deps.database, next, new Date(Date.now() + PAUSE_MS))
  return { left }
}
