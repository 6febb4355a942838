import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { SCRIPT } from './testing/scripted-worker.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'

const workerNamed = (name: string) => new URL(`./testing/${name}.ts`, import.meta.url)
const opened: WorkerPool[] = []

const open = async (workers = 1): Promise<WorkerPool> => {
  const pool = await createWorkerPool({ workers, workerFile: workerNamed('scripted-worker') })
  opened.push(pool)
  return pool
}
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close()
})

const picture = (script: number, rest = '') => Buffer.concat([Buffer.from([script]), Buffer.from(rest)])
const lengthSeen = async (pool: WorkerPool, image: Uint8Array): Promise<number> => {
  const { result } = await pool.analyse(image)
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
    await expect(pool.analyse(picture(script))).rejects.toMatchObject({
      name: 'FaceEngineError',
      code: 'worker_lost',
    })
    expect(await lengthSeen(pool, picture(SCRIPT.answer))).toBe(1)
  })

  it('finishes other pictures while one kills its workers', async () => {
    const pool = await open(2)
    const doomed = pool.analyse(picture(SCRIPT.die))
    const others = Array.from({ length: 6 }, (_, index) =>
      lengthSeen(pool, picture(SCRIPT.answer, 'x'.repeat(index))),
    )
    await expect(doomed).rejects.toMatchObject({ code: 'worker_lost' })
    expect(await Promise.all(others)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('passes a defect on without trying again', async () => {
    const pool = await open()
    await expect(pool.analyse(picture(SCRIPT.fail))).rejects.toMatchObject({
      code: 'failed',
      cause: { message: 'a defect' },
    })
  })

  it('rejects at once when aborted, with the reason given', async () => {
    const pool = await open()
    const controller = new AbortController()
    const hanging = pool.analyse(picture(SCRIPT.hang), controller.signal)
    const waiting = pool.analyse(picture(SCRIPT.answer), controller.signal)
    controller.abort(new Error('gone'))
    await expect(hanging).rejects.toThrow('gone')
    await expect(waiting).rejects.toThrow('gone')
    await expect(pool.analyse(picture(SCRIPT.answer), controller.signal)).rejects.toThrow('gone')
  })

  it('ends what runs and what waits when closed, and takes no more', async () => {
    const pool = await open()
    const running = pool.analyse(picture(SCRIPT.hang))
    const waiting = pool.analyse(picture(SCRIPT.answer))
    const ends = Promise.allSettled([running, waiting])
    await pool.close()
    expect(await ends).toMatchObject([
      { status: 'rejected', reason: { code: 'closed' } },
      { status: 'rejected', reason: { code: 'closed' } },
    ])
    await expect(pool.analyse(picture(SCRIPT.answer))).rejects.toMatchObject({ code: 'closed' })
    await pool.close()
  })

  it.each(['broken-worker', 'there-is-none'])('does not start with %s', async (name) => {
    await expect(createWorkerPool({ workers: 2, workerFile: workerNamed(name) })).rejects.toMatchObject({
      name: 'FaceEngineError',
      code: 'unavailable',
    })
  })
})
