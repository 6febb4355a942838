import { createCounts } from '@visavis/shared/counts'
import { isWithinFairShare } from '@visavis/shared/fair-share'

/** Whose picture it is, and who waits for it. */
export interface QueuePlace {
  /** Tenants take turns. */
  tenantId: string
  /** Somebody stands in front of a camera: before all calls of servers. */
  isPersonWaiting: boolean
}

interface Taken<Job> {
  job: Job
  tenantId: string
}

type MayTake = (tenantId: string) => boolean

export interface PictureQueue<Job> {
  /** False: there is no room for this tenant. */
  push(job: Job, place: QueuePlace): boolean
  /** The next one for a thread; `undefined` when all that wait have as many threads as they may have. */
  take(): Taken<Job> | undefined
  /** A thread is done with a picture of the tenant. */
  release(tenantId: string): void
  remove(job: Job): void
  /** Takes all out. */
  drain(): Job[]
  readonly size: number
}

/** After so many pictures of people one of a server goes first, so that a crowd of people does not starve servers. */
const PEOPLE_IN_A_ROW = 4

/** A comparison is two. */
const A_TURN = 2

/** How long a tenant is expected to come again. */
const PRESENT_MS = 10_000

interface QueueOptions {
  /** Pictures of people, and as many of servers. */
  capacity: number
  threads: number
  /** In milliseconds. */
  now?: () => number
}

/**
 * Pictures that wait, and who may have a thread. A picture that runs cannot be interrupted: while more than one tenant is
 * present, one that has had its turn leaves a thread free, so that another one's picture need not wait for the end of one.
 */
export const createPictureQueue = <Job>({
  capacity,
  threads,
  now = () => performance.now(),
}: QueueOptions): PictureQueue<Job> => {
  const people = createTurns<Job>(capacity)
  const servers = createTurns<Job>(capacity)
  /** When each tenant sent its last picture; the one longest ago first. */
  const lastPush = new Map<string, number>()
  const running = createCounts()
  let peopleInARow = 0

  const isAlone = (tenantId: string): boolean => {
    const since = now() - PRESENT_MS
    for (const [other, at] of lastPush) {
      if (at < since) lastPush.delete(other)
      else if (other !== tenantId) return false
    }
    return true
  }
  const mayTake: MayTake = (tenantId) => running.of(tenantId) < Math.max(1, threads - 1) || isAlone(tenantId)

  return {
    push: (job, { tenantId, isPersonWaiting }) => {
      lastPush.delete(tenantId)
      lastPush.set(tenantId, now())
      return (isPersonWaiting ? people : servers).push(job, tenantId)
    },
    take: () => {
      const arePeopleFirst = servers.size() === 0 || peopleInARow < PEOPLE_IN_A_ROW
      for (const lanes of arePeopleFirst ? [people, servers] : [servers, people]) {
        const taken = lanes.take(mayTake)
        if (!taken) continue
        peopleInARow = lanes === people ? peopleInARow + 1 : 0
        running.add(taken.tenantId, 1)
        return taken
      }
      return undefined
    },
    release: (tenantId) => running.add(tenantId, -1),
    remove: (job) => {
      people.remove(job)
      servers.remove(job)
    },
    drain: () => [...people.drain(), ...servers.drain()],
    get size() {
      return people.size() + servers.size()
    },
  }
}

interface Lane<Job> {
  jobs: Job[]
  /** Pictures it may still have in this turn. */
  left: number
}

/**
 * Tenants in the order of their turns. One that had nothing here goes first, for one turn: who asks for little is served
 * at once beside one who asks for everything. Behind its turn it is one of all, also when it has nothing any more, until
 * it is its turn again: asking in small pieces gains nothing.
 * Source: FQ-CoDel's new and old flows, RFC 8290 section 4.2.
 */
const createTurns = <Job>(capacity: number) => {
  const fresh = new Map<string, Lane<Job>>()
  const others = new Map<string, Lane<Job>>()
  let size = 0

  const find = (tenantId: string): Lane<Job> | undefined => fresh.get(tenantId) ?? others.get(tenantId)
  const moveBehind = (tenantId: string, lane: Lane<Job>): void => {
    fresh.delete(tenantId)
    others.delete(tenantId)
    others.set(tenantId, lane)
  }
  /** Whose turn it is, of those who may; `lanes` change on the way. */
  const takeFrom = (lanes: Map<string, Lane<Job>>, mayTake: MayTake): Taken<Job> | undefined => {
    for (const [tenantId, lane] of lanes) {
      if (lane.jobs.length === 0 && lanes === others) {
        others.delete(tenantId)
      } else if (lane.jobs.length === 0 || lane.left === 0) {
        lane.left = A_TURN
        moveBehind(tenantId, lane)
      } else if (mayTake(tenantId)) {
        const job = lane.jobs.shift() as Job
        lane.left -= 1
        size -= 1
        return { job, tenantId }
      }
    }
    return undefined
  }

  return {
    size: () => size,
    push: (job: Job, tenantId: string): boolean => {
      const lane = find(tenantId) ?? { jobs: [], left: A_TURN }
      if (!isWithinFairShare({ capacity, taken: size, own: lane.jobs.length, asked: 1 })) return false
      lane.jobs.push(job)
      if (!others.has(tenantId)) fresh.set(tenantId, lane)
      size += 1
      return true
    },
    take: (mayTake: MayTake): Taken<Job> | undefined =>
      takeFrom(fresh, () => true) ?? takeFrom(others, mayTake),
    remove: (job: Job): void => {
      for (const { jobs } of [...fresh.values(), ...others.values()]) {
        const at = jobs.indexOf(job)
        if (at < 0) continue
        jobs.splice(at, 1)
        size -= 1
      }
    },
    drain: (): Job[] => {
      const all = [...fresh.values(), ...others.values()].flatMap(({ jobs }) => jobs)
      fresh.clear()
      others.clear()
      size = 0
      return all
    },
  }
}
