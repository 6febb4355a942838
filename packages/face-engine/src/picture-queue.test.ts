import { expect, it } from 'vitest'
import { createPictureQueue, type PictureQueue } from './picture-queue.ts'

const CAPACITY = 12
const person = (tenantId: string) => ({ tenantId, isPersonWaiting: true })
const server = (tenantId: string) => ({ tenantId, isPersonWaiting: false })
const takeAll = (queue: PictureQueue<string>): string[] => {
  const all: string[] = []
  for (let job = queue.take(); job !== undefined; job = queue.take()) all.push(job)
  return all
}
const fill = (queue: PictureQueue<string>, tenantId: string): number => {
  let count = 0
  while (queue.push(`${tenantId}${count}`, server(tenantId))) count += 1
  return count
}

it('tenants take turns, however much one of them sends', () => {
  const queue = createPictureQueue<string>(CAPACITY)
  for (const job of ['a0', 'a1', 'a2', 'a3']) queue.push(job, server('a'))
  for (const job of ['b0', 'b1']) queue.push(job, server('b'))
  queue.push('c0', server('c'))
  expect(takeAll(queue)).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'a2', 'a3'])
  expect(queue.size).toBe(0)
})

it('people come before servers, and do not starve them', () => {
  const queue = createPictureQueue<string>(CAPACITY)
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
  const queue = createPictureQueue<string>(CAPACITY)
  expect(fill(queue, 'a')).toBe(CAPACITY / 2)
  expect(fill(queue, 'b')).toBe(CAPACITY / 4)
  expect(fill(queue, 'c')).toBeGreaterThan(0)
  expect(queue.push('somebody', person('a'))).toBe(true)
  expect(queue.take()).toBe('somebody')
})

it('what nobody waits for any more makes room', () => {
  const queue = createPictureQueue<string>(2)
  expect(queue.push('first', server('a'))).toBe(true)
  expect(queue.push('second', server('a'))).toBe(false)
  queue.remove('first')
  queue.remove('unknown')
  expect(queue.push('second', server('a'))).toBe(true)
  expect(queue.drain()).toEqual(['second'])
  expect(queue.take()).toBeUndefined()
})
