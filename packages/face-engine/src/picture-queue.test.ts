import { expect, it } from 'vitest'
import { createPictureQueue, type PictureQueue } from './picture-queue.ts'

const CAPACITY = 12
const person = (tenantId: string) => ({ tenantId, isPersonWaiting: true })
const server = (tenantId: string) => ({ tenantId, isPersonWaiting: false })
const createQueue = (capacity = CAPACITY, threads = 2) => {
  const clock = { nowMs: 0 }
  return { clock, queue: createPictureQueue<string>({ capacity, threads, now: () => clock.nowMs }) }
}
/** One after the other. */
const takeAll = (queue: PictureQueue<string>): string[] => {
  const all: string[] = []
  for (let taken = queue.take(); taken !== undefined; taken = queue.take()) {
    all.push(taken.job)
    queue.release(taken.tenantId)
  }
  return all
}
/** As many as there are threads for. */
const takeWaiting = (queue: PictureQueue<string>): string[] => {
  const taken = queue.take()
  return taken ? [taken.job, ...takeWaiting(queue)] : []
}
const fill = (queue: PictureQueue<string>, tenantId: string): number => {
  let count = 0
  while (queue.push(`${tenantId}${count}`, server(tenantId))) count += 1
  return count
}

it('tenants take turns of two pictures, however much one of them sends', () => {
  const { queue } = createQueue()
  for (const job of ['a0', 'a1', 'a2', 'a3']) queue.push(job, server('a'))
  for (const job of ['b0', 'b1']) queue.push(job, server('b'))
  queue.push('c0', server('c'))
  expect(takeAll(queue)).toEqual(['a0', 'a1', 'b0', 'b1', 'c0', 'a2', 'a3'])
  expect(queue.size).toBe(0)
})

it('who asks for little is served next beside one who asks for everything, and starves nobody by it', () => {
  const { queue } = createQueue()
  for (let index = 0; index < 6; index += 1) queue.push(`a${index}`, server('a'))
  const served: string[] = []
  const serve = () => {
    const taken = queue.take()
    if (!taken) return
    served.push(taken.job)
    queue.release(taken.tenantId)
  }
  serve()
  for (let index = 0; index < 3; index += 1) {
    queue.push(`b${index}`, server('b'))
    serve()
    serve()
  }
  expect(served).toEqual(['a0', 'a1', 'b0', 'b1', 'a2', 'a3', 'b2'])
})

it('who has had a turn leaves a thread free while another one is present', () => {
  const { queue, clock } = createQueue(100)
  const release = (...tenantIds: string[]) => {
    for (const tenantId of tenantIds) queue.release(tenantId)
  }
  for (let index = 0; index < 9; index += 1) queue.push(`a${index}`, server('a'))
  queue.push('b0', server('b'))
  expect(takeWaiting(queue)).toEqual(['a0', 'a1', 'b0'])
  release('a', 'a', 'b')
  expect(takeWaiting(queue)).toEqual(['a2'])
  queue.push('b1', server('b'))
  queue.push('b2', server('b'))
  expect(takeWaiting(queue)).toEqual(['b1', 'b2'])
  release('a', 'b', 'b')
  expect(takeWaiting(queue)).toEqual(['a3'])
  clock.nowMs = 10_001
  expect(takeWaiting(queue)).toHaveLength(5)
})

it('people come before servers, and do not starve them', () => {
  const { queue } = createQueue()
  queue.push('server 0', server('a'))
  queue.push('server 1', server('a'))
  for (const index of [0, 1, 2, 3, 4, 5]) queue.push(`person ${index}`, person('a'))
  expect(takeAll(queue)).toEqual([
    'person 0',
    'person 1',
    'person 2',
    'person 3',
    'server 0',
    'person 4',
    'person 5',
    'server 1',
  ])
})

it('one tenant fills half of it; there is room for others, and for its own people', () => {
  const { queue } = createQueue()
  expect(fill(queue, 'a')).toBe(CAPACITY / 2)
  expect(fill(queue, 'b')).toBe(CAPACITY / 4)
  expect(fill(queue, 'c')).toBeGreaterThan(0)
  expect(queue.push('somebody', person('a'))).toBe(true)
  expect(queue.take()?.job).toBe('somebody')
})

it('what nobody waits for any more makes room', () => {
  const { queue } = createQueue(2)
  expect(queue.push('first', server('a'))).toBe(true)
  expect(queue.push('second', server('a'))).toBe(false)
  queue.remove('first')
  queue.remove('unknown')
  expect(queue.push('second', server('a'))).toBe(true)
  expect(queue.drain()).toEqual(['second'])
  expect(queue.take()).toBeUndefined()
})
