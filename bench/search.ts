/**
 * 1:N search in the product's face index on PGlite, beside a bare scan of the same templates in this process.
 * `node --conditions=source bench/search.ts [--sizes 1000,10000,100000] [--json FILE]`
 */
import { parseArgs } from 'node:util'
import { openFilledFaceIndex, TENANT } from './filled-face-index.ts'
import { type Measurement, percentile, report } from './report.ts'
import { createSyntheticFaces, scanNearest } from './synthetic-faces.ts'

/** Half of them of people who are in the index, half of strangers. */
const SEARCHES = 1_000
const WARM_UPS = 50
const INSERTS = 300
const MEGABYTE = 2 ** 20

interface Kind {
  create: () => Float32Array
  right: number
  count: number
}

/** Of this thread, in ms; where the database runs. */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const measureSize = async (size: number): Promise<Measurement[]> => {
  const faces = createSyntheticFaces(size)
  const before = process.memoryUsage.rss()
  const index = await openFilledFaceIndex(faces.templates)
  const find = (probe: Float32Array) => index.faceIndex.findNearest(TENANT, index.galleryId, probe)
  try {
    for (let count = 0; count < WARM_UPS; count += 1) {
      await find(faces.createStranger())
      scanNearest(faces.templates, faces.createStranger())
    }

    const [ours, theirs, cpu]: [number[], number[], number[]] = [[], [], []]
    const returning: Kind = { create: faces.createReturning, right: 0, count: 0 }
    const stranger: Kind = { create: faces.createStranger, right: 0, count: 0 }
    // Both ways in turn on the same probe, so that a busy machine slows both.
    for (let count = 0; count < SEARCHES; count += 1) {
      const kind = count % 2 === 0 ? returning : stranger
      const probe = kind.create()
      const cpuStart = cpuTime()
      const start = performance.now()
      const found = await find(probe)
      const middle = performance.now()
      cpu.push(cpuTime() - cpuStart)
      const exact = scanNearest(faces.templates, probe)
      theirs.push(performance.now() - middle)
      ours.push(middle - start)
      kind.count += 1
      if (found?.entryId === String(exact)) kind.right += 1
    }

    const inserts: number[] = []
    for (let count = 0; count < INSERTS; count += 1) {
      const features = faces.createStranger()
      const start = performance.now()
      await index.insert(`fidx_${count}`, features)
      inserts.push(performance.now() - start)
    }
    const memory = process.memoryUsage.rss() - before
    const insertSeconds = inserts.reduce((sum, time) => sum + time, 0) / 1000
    const name = `${size} faces:`
    const isPromised = size === 100_000
    return [
      {
        metric: `${name} search p50 (reference: bare scan)`,
        value: percentile(ours, 0.5),
        unit: 'ms',
        reference: percentile(theirs, 0.5),
      },
      {
        metric: `${name} search p95 (reference: bare scan)`,
        value: percentile(ours, 0.95),
        unit: 'ms',
        reference: percentile(theirs, 0.95),
        ...(isPromised ? { target: { at: 'most', limit: 10 } } : {}),
      },
      // What the search itself takes, whatever else the machine is doing.
      { metric: `${name} CPU of a search p95`, value: percentile(cpu, 0.95), unit: 'ms' },
      {
        metric: `${name} recall@1 of all searches`,
        value: (returning.right + stranger.right) / (returning.count + stranger.count),
        unit: '',
        ...(isPromised ? { target: { at: 'least', limit: 0.99 } } : {}),
      },
      { metric: `${name}   of people in the index`, value: returning.right / returning.count, unit: '' },
      { metric: `${name}   of strangers`, value: stranger.right / stranger.count, unit: '' },
      { metric: `${name} inserts a second`, value: INSERTS / insertSeconds, unit: '' },
      { metric: `${name} insert p95`, value: percentile(inserts, 0.95), unit: 'ms' },
      { metric: `${name} graph built from scratch`, value: index.buildSeconds, unit: 's' },
      { metric: `${name} graph on disk`, value: index.indexBytes / MEGABYTE, unit: 'MB' },
      { metric: `${name} features on disk`, value: index.tableBytes / MEGABYTE, unit: 'MB' },
      { metric: `${name} memory of the database`, value: memory / MEGABYTE, unit: 'MB' },
    ]
  } finally {
    await index.close()
  }
}

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000,100000' }, json: { type: 'string' } },
})
const sizes = values.sizes.split(',').map(Number)
if (sizes.some((size) => !Number.isInteger(size) || size < 2))
  throw new Error('--sizes wants e.g. 1000,10000')

const measurements: Measurement[] = []
for (const size of sizes) measurements.push(...(await measureSize(size)))
await report('1:N search on PGlite', measurements)
