/**
 * The embedded engine beside the untuned library: time and its stages, faces missed, accuracy, event loop.
 * `FACES_DIR=folder node --conditions=source bench/engine.ts [--json FILE]`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { createFaceEngine, type FaceEngine, type FaceTemplate, type StageTimes } from '@visavis/face-engine'
import { distanceOf, type LabelledTemplate, measureAccuracy } from './measure-auc.ts'
import { measureIdle } from './measure-idle.ts'
import { measureLiveness } from './measure-liveness.ts'
import { cropSamples, type Picture, readLabelled } from './pictures.ts'
import { type Measurement, percentile, report } from './report.ts'
import { createUntunedPipeline, type UntunedPipeline } from './untuned-pipeline.ts'

const ROUNDS = 5
const CONCURRENT_VERIFICATIONS = 60
/** As many as the promise has cores. */
const WORKERS = 2

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Pictures the engine takes all the way to a template: a refusal ends early and would flatter it. */
const keepComparable = async (pictures: readonly Picture[], engine: FaceEngine): Promise<Picture[]> => {
  const kept: Picture[] = []
  for (const picture of pictures) {
    if ((await engine.enrol(picture.bytes)).outcome === 'enrolled') kept.push(picture)
  }
  return kept
}

/** Both ways in turn on the same picture, so that a busy machine slows both. */
const measureSpeed = async (
  pictures: readonly Picture[],
  untuned: UntunedPipeline,
): Promise<Measurement[]> => {
  const stages: StageTimes[] = []
  const engine = await createFaceEngine({ workers: 1, onStages: (times) => stages.push(times) })
  const reference: FaceTemplate = {
    modelId: engine.model.id,
    pipelineId: engine.model.pipelineId,
    values: new Float32Array(engine.model.length),
  }
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { bytes } of pictures) {
      const theirTime = await elapsed(async () => {
        const descriptor = await untuned.describe(bytes)
        if (descriptor !== null) distanceOf(descriptor, reference.values)
      })
      const ourTime = await elapsed(() => engine.verify(bytes, [reference]))
      // The first round warms both up.
      if (round > 0) {
        theirs.push(theirTime)
        ours.push(ourTime)
      }
    }
    if (round === 0) stages.length = 0
  }
  await engine.close()

  const whole = stages.flatMap((times) => Object.values(times)).reduce((sum, time) => sum + time, 0)
  const shares = (['decode', 'detect', 'landmarks', 'quality', 'template'] as const).map((stage) => {
    const time = stages.reduce((sum, times) => sum + times[stage], 0)
    return { metric: `  share of ${stage}`, value: (100 * time) / whole, unit: '%' }
  })
  return [
    {
      metric: 'verification p50',
      value: percentile(ours, 0.5),
      unit: 'ms',
      reference: percentile(theirs, 0.5),
      target: { at: 'most', limit: 0.06, of: 'ratio' },
    },
    {
      metric: 'verification p95',
      value: percentile(ours, 0.95),
      unit: 'ms',
      reference: percentile(theirs, 0.95),
      target: { at: 'most', limit: 0.1, of: 'ratio' },
    },
    {
      metric: 'whole picture in its worker p50',
      value: percentile(
        stages.map((times) => Object.values(times).reduce((sum, time) => sum + time, 0)),
        0.5,
      ),
      unit: 'ms',
      target: { at: 'most', limit: 25 },
    },
    ...shares,
  ]
}

/** Pictures in which the library finds a face and the engine says there is none. */
const measureMissed = async (
  name: string,
  pictures: readonly Picture[],
  untuned: UntunedPipeline,
  engine: FaceEngine,
): Promise<Measurement> => {
  const missed: string[] = []
  let missedByThem = 0
  for (const picture of pictures) {
    const theirs = await untuned.locate(picture.bytes)
    const ours = await engine.enrol(picture.bytes)
    const isMissed = ours.outcome === 'face_refused' && ours.reason === 'no_face'
    const isRivalMissed = picture.identity === 'several' && ours.outcome === 'enrolled'
    if (theirs.length > 0 && (isMissed || isRivalMissed)) missed.push(picture.name)
    if (theirs.length === 0 && !isMissed) missedByThem += 1
  }
  if (missed.length > 0) process.stdout.write(`missed: ${missed.join(', ')}\n`)
  return {
    metric: `faces missed, ${name} (${pictures.length})`,
    value: missed.length,
    unit: '',
    reference: missedByThem,
    target: { at: 'most', limit: 0 },
  }
}

const measureRecognition = async (
  pictures: readonly Picture[],
  untuned: UntunedPipeline,
  engine: FaceEngine,
): Promise<Measurement[]> => {
  const [ours, theirs]: [LabelledTemplate[], LabelledTemplate[]] = [[], []]
  let refused = 0
  for (const { bytes, identity } of pictures) {
    if (identity === null || identity === 'several') continue
    const descriptor = await untuned.describe(bytes)
    const result = await engine.enrol(bytes)
    if (descriptor !== null) theirs.push({ identity, values: descriptor })
    if (result.outcome === 'enrolled') ours.push({ identity, values: result.template.values })
    else refused += 1
  }
  const [our, their] = [measureAccuracy(ours), measureAccuracy(theirs)]
  return [
    { metric: 'portraits refused', value: refused, unit: '', target: { at: 'most', limit: 0 } },
    {
      metric: `AUC (${our.pairs} pairs)`,
      value: our.auc,
      unit: '',
      reference: their.auc,
      target: { at: 'least', limit: 0.999 },
    },
    {
      metric: 'highest genuine distance',
      value: our.highestGenuine,
      unit: '',
      reference: their.highestGenuine,
    },
    {
      metric: 'lowest impostor distance',
      value: our.lowestImpostor,
      unit: '',
      reference: their.lowestImpostor,
    },
  ]
}

/**
 * The longest stretch of main-thread CPU time between two turns of the event loop while `work` runs, in
 * milliseconds: what we block it for, without what other programs on the machine do.
 */
const longestBusyStretch = async (work: () => Promise<unknown>): Promise<number> => {
  let longest = 0
  let isDone = false
  const watch = async () => {
    let last = process.threadCpuUsage()
    while (!isDone) {
      await setImmediate()
      const { user, system } = process.threadCpuUsage(last)
      last = process.threadCpuUsage()
      longest = Math.max(longest, (user + system) / 1000)
    }
  }
  const watching = watch()
  await work()
  isDone = true
  await watching
  return longest
}

/** `monitorEventLoopDelay`: the wall clock, other programs included. */
const longestDelay = async (work: () => Promise<unknown>): Promise<number> => {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}

/** All workers busy, with more waiting: what the process that serves requests notices of it. */
const measureEventLoop = async (pictures: readonly Picture[], engine: FaceEngine): Promise<Measurement[]> => {
  const work = () =>
    Promise.all(
      Array.from({ length: CONCURRENT_VERIFICATIONS }, (_, index) =>
        engine.verify(pictures[index % pictures.length]?.bytes ?? new Uint8Array(), []),
      ),
    )
  const time = await elapsed(work)
  const idle = await longestDelay(() => setTimeout(time))
  return [
    {
      metric: 'event loop, longest busy stretch',
      value: await longestBusyStretch(work),
      unit: 'ms',
      target: { at: 'most', limit: 20 },
    },
    {
      metric: 'event loop, longest delay (beside: idle process)',
      value: await longestDelay(work),
      unit: 'ms',
      reference: idle,
    },
    {
      metric: `verifications, ${WORKERS} workers`,
      value: (1000 * CONCURRENT_VERIFICATIONS) / time,
      unit: '/s',
      target: { at: 'least', limit: 70 },
    },
  ]
}

/** The whole server, idle, with its engine. */
const measureServer = async (): Promise<Measurement> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'visavis-bench-'))
  const value = await measureIdle({ env: { ENGINE_WORKERS: String(WORKERS) }, dataDir })
  await rm(dataDir, { recursive: true, force: true })
  return {
    metric: `idle server with ${WORKERS} workers`,
    value,
    unit: 'MB',
    target: { at: 'most', limit: 450 },
  }
}

const untuned = await createUntunedPipeline()
const crops = await cropSamples(untuned)
const folder = process.env.FACES_DIR
const labelled = folder === undefined ? [] : await readLabelled(folder)
if (folder === undefined) {
  process.stdout.write(
    'FACES_DIR is not set: no accuracy, and times are of crops of the package’s own samples.\n',
  )
}
const engine = await createFaceEngine({ workers: WORKERS })
process.stdout.write(`runtime: ${engine.runtime.kind}\n`)
const portraits = labelled.filter(({ identity }) => identity !== 'several')
const candidates = portraits.length > 0 ? portraits : crops.filter(({ name }) => name.endsWith('@1.8'))
const timed = await keepComparable(candidates, engine)

const measurements = await measureSpeed(timed, untuned)
measurements.push(await measureMissed('crops of samples', crops, untuned, engine))
if (labelled.length > 0) {
  measurements.push(await measureMissed('labelled pictures', labelled, untuned, engine))
  measurements.push(...(await measureRecognition(labelled, untuned, engine)))
}
measurements.push(...(await measureEventLoop(timed, engine)))
await engine.close()
measurements.push(...(await measureLiveness(timed)))
measurements.push(await measureServer())
await report(
  `Embedded engine, beside the untuned library, ${timed.length} pictures × ${ROUNDS}`,
  measurements,
)
