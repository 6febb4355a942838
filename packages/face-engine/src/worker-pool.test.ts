import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { QueuePlace } from './picture-queue.ts'
import { SCRIPT } from './testing/scripted-worker.ts'
import { createWorkerPool, type WorkerPool, type WorkerPoolOptions } from './worker-pool.ts'

const workerNamed = (name: string) => new URL(`./testing/${name}.ts`, import.meta.url)
const opened: WorkerPool[] = []
const SERVER = { tenantId: 'tnt_a', isPersonWaiting: false }
const PERSON = { tenantId: 'tnt_a', isPersonWaiting: true }

const open = async (options: Partial<WorkerPoolOptions> = {}): Promise<WorkerPool> => {
  const workerFile = workerNamed('scripted-worker')
  const pool = await createWorkerPool({ workers: 1, workerFile, ...options })
  opened.push(pool)
  return pool
}
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close()
})

const picture = (script: number, rest = '') => Buffer.concat([Buffer.from([script]), Buffer.from(rest)])
const lengthSeen = async (pool: WorkerPool, image: Uint8Array): Promise<number> => {
  const { result } = await pool.analyse(image, SERVER)
  return result.outcome === 'template' ? (result.values[0] ?? 0) : -1
}

describe('createWorkerPool', () => {
  it('gives a worker the picture alone, not the buffer it is a view of, and leaves the caller’s bytes be', async () => {
    const pool = await open()
    const large = Buffer.alloc(1000)
    const view = large.subarray(10, 13)
    expect(await lengthSeen(pool, view)).toBe(3)
    expect(view).toHaveLength(3)
  })

  it('replaces a worker that dies and tries its picture once more', async () => {
    const pool = await open()
    const folder = await mkdtemp(path.join(tmpdir(), 'pool-'))
    const image = picture(SCRIPT.dieOnce, path.join(folder, 'died'))
    expect(await lengthSeen(pool, image)).toBe(image.length)
    await rm(folder, { recursive: true })
  })

  it.each([
    ['ends its thread', SCRIPT.die],
    ['throws outside the job', SCRIPT.throwLate],
  ])('gives up on a picture that twice %s, and goes on with the next', async (_, script) => {
    const pool = await open()
    await expect(pool.analyse(picture(script), SERVER)).rejects.toMatchObject({
      name: 'FaceEngineError',
      code: 'worker_lost',
    })
    expect(await lengthSeen(pool, picture(SCRIPT.answer))).toBe(1)
  })

  it('finishes other pictures while one kills its workers', async () => {
    const pool = await open({ workers: 2 })
    const doomed = pool.analyse(picture(SCRIPT.die), SERVER)
    const others = Array.from({ length: 6 }, (_, index) =>
      lengthSeen(pool, picture(SCRIPT.answer, 'x'.repeat(index))),
    )
    await expect(doomed).rejects.toMatchObject({ code: 'worker_lost' })
    expect(await Promise.all(others)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('passes a defect on without trying again', async () => {
    const pool = await open()
    await expect(pool.analyse(picture(SCRIPT.fail), SERVER)).rejects.toMatchObject({
      code: 'failed',
      cause: { message: 'a defect' },
    })
  })

  it.each([
    ['computes', SCRIPT.compute],
    ['hangs', SCRIPT.hang],
  ])(
    'ends the thread of a picture that %s for too long, says so, and goes on with those of others',
    async (_, script) => {
      const pool = await open({ deadlineMs: 200 })
      const endless = pool.analyse(picture(script), SERVER)
      const others = [picture(SCRIPT.answer), picture(SCRIPT.answer, 'x')].map((image) =>
        lengthSeen(pool, image),
      )
      expect((await endless).result).toEqual({ outcome: 'image_refused', reason: 'image_too_costly' })
      expect(await Promise.all(others)).toEqual([1, 2])
    },
  )

  it('observes in the same queue, under the same deadline', async () => {
    const pool = await open({ deadlineMs: 200 })
    const order: string[] = []
    const endless = pool.observe(picture(SCRIPT.hang), SERVER)
    const waiting = [
      pool.analyse(picture(SCRIPT.answer), SERVER).then(() => order.push('server')),
      pool.observe(picture(SCRIPT.answer), PERSON).then((result) => order.push(`person: ${result.outcome}`)),
    ]
    expect(await endless).toEqual({ outcome: 'image_refused', reason: 'image_too_costly' })
    await Promise.all(waiting)
    expect(order).toEqual(['person: face_refused', 'server'])
  })

  it('refuses at once what there is no room for, and says when to come again', async () => {
    const pool = await open({ waitingPerWorker: 4, deadlineMs: 400 })
    const running = pool.analyse(picture(SCRIPT.hang), SERVER)
    const order: string[] = []
    const wait = (name: string, place: QueuePlace) =>
      pool.analyse(picture(SCRIPT.answer), place).then(() => order.push(name))
    const waiting = [wait('first', SERVER), wait('second', SERVER)]
    await expect(pool.analyse(picture(SCRIPT.answer), SERVER)).rejects.toMatchObject({
      code: 'busy',
      retryAfterS: 1,
    })
    waiting.push(wait('other', { ...SERVER, tenantId: 'tnt_b' }), wait('person', PERSON))
    await Promise.all([running, ...waiting])
    expect(order).toEqual(['person', 'first', 'other', 'second'])
  })

  it('rejects at once when aborted, with the reason given', async () => {
    const pool = await open()
    const controller = new AbortController()
    const hanging = pool.analyse(picture(SCRIPT.hang), SERVER, controller.signal)
    const waiting = pool.analyse(picture(SCRIPT.answer), SERVER, controller.signal)
    controller.abort(new Error('gone'))
    await expect(hanging).rejects.toThrow('gone')
    await expect(waiting).rejects.toThrow('gone')
    await expect(pool.analyse(picture(SCRIPT.answer), SERVER, controller.signal)).rejects.toThrow('gone')
  })

  it('ends what runs and what waits when closed, and takes no more', async () => {
    const pool = await open()
    const running = pool.analyse(picture(SCRIPT.hang), SERVER)
    const waiting = pool.analyse(picture(SCRIPT.answer), SERVER)
    const ends = Promise.allSettled([running, waiting])
    await pool.close()
    expect(await ends).toMatchObject([
      { status: 'rejected', reason: { code: 'closed' } },
      { status: 'rejected', reason: { code: 'closed' } },
    ])
    await expect(pool.analyse(picture(SCRIPT.answer), SERVER)).rejects.toMatchObject({ code: 'closed' })
    await pool.close()
  })

  it.each(['broken-worker', 'there-is-none'])('does not start with %s', async (name) => {
    await expect(createWorkerPool({ workers: 2, workerFile: workerNamed(name) })).rejects.toMatchObject({
      name: 'FaceEngineError',
      code: 'unavailable',
    })
  })
})
