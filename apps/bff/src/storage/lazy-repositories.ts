import type { OpenJobQueue } from './job-queue.ts'
import type { Handle } from './tables.ts'

/**
 * How each repository is made. What one takes is a handle that knows its own tables; `never` stands for all of those
 * kinds, see `tablesOf`.
 */
export type RepositoryMakers<R extends object> = {
  readonly [Name in keyof R]: (db: never, jobs: OpenJobQueue) => R[Name]
}

/**
 * All repositories on a handle, each made when it is first asked for: a transaction needs three of thirty. The getters
 * are written once and shared by every transaction.
 */
export const lazyRepositories = <R extends object>(
  makers: RepositoryMakers<R>,
): ((db: Handle, jobs: OpenJobQueue) => R) => {
  const prototype = {}
  for (const name of Object.keys(makers) as (keyof R)[]) {
    Object.defineProperty(prototype, name, {
      get(this: Holder) {
        const value = makers[name](this[HANDLE] as never, this[JOBS])
        Object.defineProperty(this, name, { value })
        return value
      },
    })
  }
  return (db, jobs) =>
    Object.assign(Object.create(prototype), { [HANDLE]: db, [JOBS]: jobs } satisfies Holder) as R
}

const HANDLE = Symbol('handle')
const JOBS = Symbol('jobs')

interface Holder {
  [HANDLE]: Handle
  [JOBS]: OpenJobQueue
}
