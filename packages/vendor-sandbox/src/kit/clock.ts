/** A clock that can be put forward. */
export interface Clock {
  now(): Date
  advance(ms: number): void
}

export const createClock = (): Clock => {
  let skewMs = 0
  return {
    now: () => new Date(Date.now() + skewMs),
    advance: (ms) => {
      skewMs += ms
    },
  }
}
