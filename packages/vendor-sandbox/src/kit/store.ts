import type { Clock } from './clock.ts'

/** Things by id, in memory; those past their time are gone. */
export interface Store<Value> {
  get(id: string): Value | undefined
  /** @param lifetimeMs from now; without it, until deleted */
  set(id: string, value: Value, lifetimeMs?: number): void
  /** @returns whether it was there */
  delete(id: string): boolean
  find(isWanted: (value: Value) => boolean): Value | undefined
  /** In the order they came. */
  list(): Value[]
}

export const createStore = <Value>(clock: Clock): Store<Value> => {
  const rows = new Map<string, { value: Value; endsMs: number }>()
  const isLive = ({ endsMs }: { endsMs: number }) => clock.now().getTime() < endsMs
  const get = (id: string): Value | undefined => {
    const row = rows.get(id)
    return row && isLive(row) ? row.value : undefined
  }
  const list = () => [...rows.values()].filter(isLive).map(({ value }) => value)
  return {
    get,
    set: (id, value, lifetimeMs = Number.POSITIVE_INFINITY) => {
      rows.set(id, { value, endsMs: clock.now().getTime() + lifetimeMs })
    },
    delete: (id) => {
      const isThere = get(id) !== undefined
      rows.delete(id)
      return isThere
    },
    find: (isWanted) => list().find(isWanted),
    list,
  }
}
