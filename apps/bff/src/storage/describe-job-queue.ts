import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../composition/create-database.ts'

/** Much longer than anything here takes, on any machine. */
const PATIENCE = { timeout: 60_000 }

const toJob = (key: string, group?: string) => ({
  data: { tenantId: 'tnt_1', deliveryId: key, turn: 0 },
  key,
  ...(group ? { group } : {}),
})

/** Holds what waits for it until it is opened. */
const createGate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** What the job queue must do on every engine. @param open a database nobody has written to */
export const describeJobQueue = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`job queue on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let handled: string[]
    let gate: ReturnType<typeof createGate>
    beforeEach(async () => {
      ;({ database, dispose } = await open())
      handled = []
      gate = createGate()
    })
    afterEach(() => dispose())

    const work = (handle: (id: string) => Promise<void> = async () => {}, concurrency = 4) =>
      database.queue.work('deliver-webhook', { concurrency }, async ({ deliveryId }) => {
        handled.push(deliveryId)
        await handle(deliveryId)
      })
    const enqueue = (...keys: string[]) =>
      database.jobs.enqueue(
        'deliver-webhook',
        keys.map((key) => toJob(key)),
      )
    const expectHandled = (...ids: string[]) =>
      expect.poll(() => [...handled].sort(), PATIENCE).toEqual([...ids].sort())

    it('gives out what was ordered, each job once, however many work', async () => {
      const keys = Array.from({ length: 60 }, (_, index) => `job-${index}`)
      await enqueue(...keys)
      await work()
      await work()
      await expectHandled(...keys)
    })

    it('knows nothing of what a failed transaction ordered', async () => {
      await work()
      const failing = database.transaction(async ({ jobs }) => {
        await jobs.enqueue('deliver-webhook', [toJob('undone')])
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      await database.transaction(({ jobs }) => jobs.enqueue('deliver-webhook', [toJob('done')]))
      await expectHandled('done')
    })

    it('wakes a worker that sleeps', async () => {
      await work(undefined, 1)
      await enqueue('first')
      await expectHandled('first')
      await enqueue('second')
      await expectHandled('first', 'second')
    })

    it('lets one of those with the same key wait, and takes it again once it runs', async () => {
      await enqueue('same', 'same')
      await enqueue('same', 'other')
      await work(() => gate.opened, 2)
      await expectHandled('same', 'other')
      await enqueue('same')
      gate.open()
      await expectHandled('same', 'same', 'other')
    })

    it('keeps what is for later', async () => {
      const startAfter = new Date(Date.now() + 3_600_000)
      await database.jobs.enqueue('deliver-webhook', [{ ...toJob('later'), startAfter }, toJob('now')])
      await work()
      await expectHandled('now')
    })

    it('leaves workers to others when one group is slow, and drains it when it is not', async () => {
      const slow = Array.from({ length: 24 }, (_, index) => `slow-${index}`)
      await database.jobs.enqueue(
        'deliver-webhook',
        slow.map((key) => toJob(key, 'slow')),
      )
      await work((id) => (id.startsWith('quick') ? Promise.resolve() : gate.opened), 8)
      for (let round = 0; round < 10; round += 1) {
        const quick = `quick-${round}`
        await database.jobs.enqueue('deliver-webhook', [toJob(quick, 'other')])
        await expect.poll(() => handled, PATIENCE).toContain(quick)
      }
      const begun = handled.filter((id) => id.startsWith('slow')).length
      expect(begun).toBeGreaterThan(0)
      expect(begun).toBeLessThanOrEqual(4)
      gate.open()
      await expect
        .poll(() => handled.filter((id) => id.startsWith('slow')).sort(), PATIENCE)
        .toEqual([...slow].sort())
    })

    it('ends only when what runs has ended, and takes nothing afterwards', async () => {
      const finished: string[] = []
      await work(async (id) => {
        await gate.opened
        finished.push(id)
      }, 1)
      await enqueue('running')
      await expect.poll(() => handled, PATIENCE).toEqual(['running'])
      let isStopped = false
      const stopping = database.queue.stop().then(() => {
        isStopped = true
      })
      await database.ping()
      expect(isStopped).toBe(false)
      gate.open()
      await stopping
      expect(finished).toEqual(['running'])
      await enqueue('later')
      await database.queue.stop()
      expect(handled).toEqual(['running'])
    })

    it('takes the same schedule from every process', async () => {
      await Promise.all([
        database.queue.schedule('retention', '17 3 * * *'),
        database.queue.schedule('retention', '17 3 * * *'),
      ])
      await expect(database.queue.schedule('retention', 'never')).rejects.toThrow()
    })
  })
}
