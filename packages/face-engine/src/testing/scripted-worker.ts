/** A worker for tests of the pool: the first byte of the "picture" says what to do. Reachable from tests only. */
import { existsSync, writeFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import type { EngineAnswer, EngineJob, EngineTask } from '../engine-worker.ts'
import { beginJob, isCancelled } from '../picture-watch.ts'

export const SCRIPT = { answer: 1, die: 2, throwLate: 3, fail: 4, hang: 5, dieOnce: 6, compute: 7 }

const answer = (image: Uint8Array, task: EngineTask): EngineAnswer =>
  task === 'observation'
    ? { kind: 'observed', result: { outcome: 'face_refused', reason: 'no_face' } }
    : {
        kind: 'analysed',
        analysis: {
          result: { outcome: 'template', values: Float32Array.of(image.length, threadId) },
          stages: { decode: 0, detect: 0, landmarks: 0, quality: 0, template: 0 },
        },
      }

export const runJob = async ({ image, task, flags }: EngineJob): Promise<EngineAnswer> => {
  if (image === null) return { kind: 'warm' }
  if (isCancelled(flags)) return { kind: 'cancelled' }
  beginJob(flags)
  switch (image[0]) {
    case SCRIPT.die:
      return process.exit(3)
    case SCRIPT.throwLate:
      setImmediate(() => {
        throw new Error('thrown outside the job')
      })
      return new Promise(() => undefined)
    case SCRIPT.fail:
      return { kind: 'failed', error: new Error('a defect') }
    case SCRIPT.compute:
      for (;;) beginJob(flags)
    case SCRIPT.hang:
      return new Promise(() => undefined)
    case SCRIPT.dieOnce: {
      // The rest names a file that remembers the first death.
      const marker = Buffer.from(image.subarray(1)).toString()
      if (existsSync(marker)) return answer(image, task)
      writeFileSync(marker, '')
      return process.exit(3)
    }
    default:
      return answer(image, task)
  }
}
