/**
 * 1:N search in the product's face index, beside a bare scan of the same templates in this process: on PGlite, or on a
 * PostgreSQL with pgvector whose empty database is named.
 * `node --conditions=source bench/search.ts [--sizes 1000,10000,100000] [--dimensions 192] [--database-url URL] [--half]
 * [--json FILE]`
 */
import { parseArgs } from 'node:util'
import { type FilledFaceIndex, openFilledFaceIndex, TENANT } from './filled-face-index.ts'
import { type Measurement, percentile, report } from './report.ts'
import {
  createSyntheticFaces,
  type SyntheticFaces,
  scanNearest,
  TEMPLATE_SHAPES,
  type TemplateShape,
} from './synthetic-faces.ts'

/** Half of them of people who are in the index, half of strangers; fewer where a scan takes half a second. */
const SEARCHES = 1_000
const SEARCHES_OF_MANY = 300
const MANY = 500_000
const WARM_UPS = 50
const INSERTS = 300
const MEGABYTE = 2 ** 20
/** What is promised of a search, in ms at p95, by how many faces there are. */
const PROMISED_MS: ReadonlyMap<number, number> = new Map([
  [100_000, 10],
  [1_000_000, 15],
])

interface Kind {
  create: () => Float32Array
  right: number
  count: number
}

/** Of this thread, in ms; where PGlite runs. */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Both ways in turn on the same probe, so that a busy machine slows both. */
const measureSearch = async (
  faces: SyntheticFaces,
  find: (probe: Float32Array) => Promise<string | undefined>,
) => {
  const isMany = faces.templates.length / faces.dimensions >= MANY
  // What is warmed up is the database: each probe walks another part of the graph.
  for (let count = 0; count < WARM_UPS * (isMany ? 20 : 1); count += 1) await find(faces.createReturning())
  const [ours, theirs, cpu]: [number[], number[], number[]] = [[], [], []]
  const returning: Kind = { create: faces.createReturning, right: 0, count: 0 }
  const stranger: Kind = { create: faces.createStranger, right: 0, count: 0 }
  for (let count = 0; count < (isMany ? SEARCHES_OF_MANY : SEARCHES); count += 1) {
    const kind = count % 2 === 0 ? returning : stranger
    const probe = kind.create()
    const cpuStart = cpuTime()
    const start = performance.now()
    const found = await find(probe)
    const middle = performance.now()
    cpu.push(cpuTime() - cpuStart)
    const exact = scanNearest(faces, probe)
    theirs.push(performance.now() - middle)
    ours.push(middle - start)
    kind.count += 1
    if (found === String(exact)) kind.right += 1
  }
  const recall = (returning.right + stranger.right) / (returning.count + stranger.count)
  return { ours, theirs, cpu, recall, returning, stranger }
}

const measureInserts = async (faces: SyntheticFaces, index: FilledFaceIndex): Promise<number[]> => {
  const inserts: number[] = []
  for (let count = 0; count < INSERTS; count += 1) {
    const features = faces.createStranger()
    const start = performance.now()
    await index.insert(`fidx_${count}`, features)
    inserts.push(performance.now() - start)
  }
  return inserts
}

interface Options {
  databaseUrl: string | undefined
  withHalf: boolean
}

const measureSize = async (
  size: number,
  shape: TemplateShape,
  { databaseUrl, withHalf }: Options,
): Promise<Measurement[]> => {
  const faces = createSyntheticFaces(size, shape)
  const before = process.memoryUsage.rss()
  const index = await openFilledFaceIndex(faces, { databaseUrl })
  const find = async (probe: Float32Array) =>
    (await index.faceIndex.findNearest(TENANT, index.galleryId, probe))?.entryId
  try {
    const { ours, theirs, cpu, recall, returning, stranger } = await measureSearch(faces, find)
    const half = withHalf ? await measureHalf(faces, index) : []
    const inserts = await measureInserts(faces, index)
    const memory = process.memoryUsage.rss() - before
    const insertSeconds = inserts.reduce((sum, time) => sum + time, 0) / 1000
    const name = `${size} faces:`
    const promisedMs = PROMISED_MS.get(size)
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
        ...(promisedMs === undefined ? {} : { target: { at: 'most', limit: promisedMs } }),
      },
      // What the search itself takes, whatever else the machine is doing: a server's is its own.
      ...(databaseUrl
        ? []
        : [{ metric: `${name} CPU of a search p95`, value: percentile(cpu, 0.95), unit: 'ms' }]),
      {
        metric: `${name} recall@1 of all searches`,
        value: recall,
        unit: '',
        ...(promisedMs === undefined ? {} : { target: { at: 'least', limit: 0.99 } }),
      },
      { metric: `${name}   of people in the index`, value: returning.right / returning.count, unit: '' },
      { metric: `${name}   of strangers`, value: stranger.right / stranger.count, unit: '' },
      { metric: `${name} inserts a second`, value: INSERTS / insertSeconds, unit: '' },
      { metric: `${name} insert p95`, value: percentile(inserts, 0.95), unit: 'ms' },
      { metric: `${name} features loaded in bulk`, value: index.fillSeconds, unit: 's' },
      { metric: `${name} graph built from scratch`, value: index.buildSeconds, unit: 's' },
      { metric: `${name} graph on disk`, value: index.indexBytes / MEGABYTE, unit: 'MB' },
      { metric: `${name} features on disk`, value: index.tableBytes / MEGABYTE, unit: 'MB' },
      ...(databaseUrl
        ? []
        : [{ metric: `${name} memory of the database`, value: memory / MEGABYTE, unit: 'MB' }]),
      ...half.map((row) => ({ ...row, metric: `${name} halfvec: ${row.metric}` })),
    ]
  } finally {
    await index.close()
  }
}

/** The same searches on a graph of half precision. */
const measureHalf = async (faces: SyntheticFaces, index: FilledFaceIndex): Promise<Measurement[]> => {
  const { buildSeconds, indexBytes } = await index.buildHalfPrecision()
  const { ours, recall } = await measureSearch(faces, index.findNearestHalf)
  return [
    { metric: 'search p50', value: percentile(ours, 0.5), unit: 'ms' },
    { metric: 'search p95', value: percentile(ours, 0.95), unit: 'ms' },
    { metric: 'recall@1', value: recall, unit: '' },
    { metric: 'graph built from scratch', value: buildSeconds, unit: 's' },
    { metric: 'graph on disk', value: indexBytes / MEGABYTE, unit: 'MB' },
  ]
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    dimensions: { type: 'string', default: '192' },
    'database-url': { type: 'string' },
    half: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const sizes = values.sizes.split(',').map(Number)
if (sizes.some((size) => !Number.isInteger(size) || size < 2))
  throw new Error('--sizes wants e.g. 1000,10000')
const shape = TEMPLATE_SHAPES.find(({ dimensions }) => dimensions === Number(values.dimensions))
if (!shape)
  throw new Error(`--dimensions wants ${TEMPLATE_SHAPES.map((each) => each.dimensions).join(' or ')}`)
const databaseUrl = values['database-url']
if (databaseUrl && sizes.length > 1) throw new Error('--database-url wants one size: its database is filled')

const measurements: Measurement[] = []
for (const size of sizes) {
  measurements.push(...(await measureSize(size, shape, { databaseUrl, withHalf: values.half })))
}
await report(
  `1:N search on ${databaseUrl ? 'PostgreSQL' : 'PGlite'}, ${shape.dimensions} numbers`,
  measurements,
)
