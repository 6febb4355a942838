import { isWithinFairShare } from '@visavis/shared/fair-share'

/** Whose picture it is, and who waits for it. */
export interface QueuePlace {
  /** Tenants take turns, a picture each. */
  tenantId: string
  /** Somebody stands in front of a camera: before all calls of servers. */
  isPersonWaiting: boolean
}

export interface PictureQueue<Job> {
  /** False: there is no room for this tenant. */
  push(job: Job, place: QueuePlace): boolean
  take(): Job | undefined
  remove(job: Job): void
  /** Takes all out. */
  drain(): Job[]
  readonly size: number
}

/** After so many pictures of people one of a server goes first, so that a crowd of people does not starve servers. */
const PEOPLE_IN_A_ROW = 4

/** Pictures that wait, at most `capacity` of people and as many of servers. */
export const createPictureQueue = <Job>(capacity: number): PictureQueue<Job> => {
  const people = createTurns<Job>(capacity)
  const servers = createTurns<Job>(capacity)
  let peopleInARow = 0
  return {
    push: (job, { tenantId, isPersonWaiting }) => (isPersonWaiting ? people : servers).push(job, tenantId),
    take: () => {
      const isPersonNext = people.size() > 0 && (servers.size() === 0 || peopleInARow < PEOPLE_IN_A_ROW)
      peopleInARow = isPersonNext ? peopleInARow + 1 : 0
      return (isPersonNext ? people : servers).take()
    },
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

/** Tenants in the order of their turns; each has at least one job here. */
const createTurns = <Job>(capacity: number) => {
  const byTenant = new Map<string, Job[]>()
  let size = 0
  return {
    size: () => size,
    push: (job: Job, tenantId: string): boolean => {
      const own = byTenant.get(tenantId) ?? []
      if (!isWithinFairShare({ capacity, taken: size, own: own.length, asked: 1 })) return false
      own.push(job)
      byTenant.set(tenantId, own)
      size += 1
      return true
    },
    take: (): Job | undefined => {
      for (const [tenantId, jobs] of byTenant) {
        const job = jobs.shift()
        size -= 1
        // Last in the row again.
        byTenant.delete(tenantId)
        if (jobs.length > 0) byTenant.set(tenantId, jobs)
        return job
      }
      return undefined
    },
    remove: (job: Job): void => {
      for (const [tenantId, jobs] of byTenant) {
        const at = jobs.indexOf(job)
        if (at < 0) continue
        jobs.splice(at, 1)
        size -= 1
        if (jobs.length === 0) byTenant.delete(tenantId)
      }
    },
    drain: (): Job[] => {
      const all = [...byTenant.values()].flat()
      byTenant.clear()
      size = 0
      return all
    },
  }
}
