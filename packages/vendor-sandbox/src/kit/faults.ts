import * as z from 'zod'

export const faultSchema = z.strictObject({
  kind: z.enum([
    /** Answers `delayMs` later. */
    'latency',
    /** Answers `status` without doing anything. */
    'status',
    /** Breaks the connection without doing anything. */
    'reset',
    /** Does it, then breaks the connection: the caller cannot know. */
    'reset_after',
    /** Does it, and breaks off in the middle of the answer. */
    'truncated',
    /** Does it, and answers JSON of another shape. */
    'wrong_json',
    /** Does it, and answers something that is no JSON. */
    'not_json',
  ]),
  status: z.int().min(400).max(599).default(500),
  delayMs: z.int().min(0).max(600_000).default(1_000),
  /** Beginning of the path, without the origin. */
  path: z.string().startsWith('/').default('/'),
  method: z.string().toUpperCase().optional(),
  /** After so many requests it is over. Default: until taken back. */
  times: z.int().positive().optional(),
})
export type Fault = z.output<typeof faultSchema>
export type FaultInput = z.input<typeof faultSchema>

/** Trouble laid down for requests to come. */
export interface Faults {
  add(fault: FaultInput): void
  /** The first that applies; counts as used. */
  take(method: string, path: string): Fault | undefined
  clear(): void
}

export const createFaults = (): Faults => {
  let faults: { fault: Fault; left: number }[] = []
  return {
    add: (input) => {
      const fault = faultSchema.parse(input)
      faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })
    },
    take: (method, path) => {
      const found = faults.find(
        ({ fault }) => path.startsWith(fault.path) && (fault.method ?? method) === method,
      )
      if (!found) return undefined
      found.left -= 1
      if (found.left === 0) faults = faults.filter((each) => each !== found)
      return found.fault
    },
    clear: () => {
      faults = []
    },
  }
}
