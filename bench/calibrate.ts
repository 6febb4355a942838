/**
 * Makes MobileFaceNet's centre and levels out of the Face Research Lab London Set, and writes them into the engine:
 * `FACES_DIR=folder node --conditions=source bench/calibrate.ts`.
 * The pictures stay where they are; what is written is a vector of numbers and five distances.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createFaceEngine } from '@visavis/face-engine'
import { type ChosenLevel, chooseLevel } from './accuracy/choose-levels.ts'
import { compareAll, type Sample, type Trials } from './accuracy/error-rates.ts'
import { readLondonLabels } from './accuracy/read-labels.ts'

const TARGET = new URL(
  '../packages/face-engine/src/recognition/mobilefacenet-calibration.ts',
  import.meta.url,
)
/** Self-reported; each counts the same, however many people it has. */
const GROUPS = ['white', 'black', 'east_asian', 'west_asian']
const FALSE_MATCH_RATES = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6]
/** People are split into so many parts; two parts are compared around a centre that neither had a part in. */
const PARTS = 10

const folder = process.env.FACES_DIR
if (folder === undefined) throw new Error('FACES_DIR wants the folder of the Face Research Lab London Set')

const toUnit = (values: Float32Array): Float32Array => {
  const norm = Math.hypot(...values)
  return values.map((value) => value / norm)
}

const meanOf = (vectors: readonly Float32Array[]): Float32Array =>
  (vectors[0] ?? new Float32Array()).map(
    (_, index) => vectors.reduce((sum, vector) => sum + (vector[index] ?? 0), 0) / vectors.length,
  )

const centreOf = (samples: readonly Sample[]): Float32Array =>
  meanOf(
    GROUPS.map((group) =>
      meanOf(samples.filter((sample) => sample.group === group).map(({ values }) => values)),
    ),
  )

const around = (samples: readonly Sample[], centre: Float32Array): Sample[] =>
  samples.map((sample) => ({
    ...sample,
    values: toUnit(sample.values.map((value, index) => value - (centre[index] ?? 0))),
  }))

const readSamples = async (): Promise<Sample[]> => {
  const labels = readLondonLabels(
    await readFile(path.join(folder, 'info.csv'), 'utf8'),
    await readdir(folder),
  )
  const engine = await createFaceEngine({ recognition: 'mobilefacenet-uncentred' })
  const samples: Sample[] = []
  for (const { file, identity, group, sex } of labels) {
    const result = await engine.enrol(await readFile(path.join(folder, file)))
    if (result.outcome !== 'enrolled') throw new Error(`${file}: ${result.reason}`)
    samples.push({ person: identity, group, sex, values: result.template.values })
  }
  await engine.close()
  return samples
}

/** Every non-mated trial around a centre that neither person had a part in: the people an engine meets are new to it. */
const compareUnseen = (samples: readonly Sample[]): Trials => {
  const people = [...new Set(samples.map(({ person }) => person))].sort()
  // By turns, so that each part has people of every group, which the set's numbers do not order.
  const partOf = (sample: Sample): number => people.indexOf(sample.person) % PARTS
  const nonMated: Trials['nonMated'][number][] = []
  for (let one = 0; one < PARTS; one += 1) {
    for (let other = one; other < PARTS; other += 1) {
      const isUnseen = (sample: Sample): boolean => partOf(sample) !== one && partOf(sample) !== other
      const rest = around(
        samples.filter((sample) => !isUnseen(sample)),
        centreOf(samples.filter(isUnseen)),
      )
      const crosses = ([a, b]: [Sample, Sample]): boolean =>
        Math.min(partOf(a), partOf(b)) === one && Math.max(partOf(a), partOf(b)) === other
      for (const [index, a] of rest.entries()) {
        for (const b of rest.slice(index + 1)) {
          if (a.person !== b.person && crosses([a, b])) nonMated.push(...compareAll([a, b]).nonMated)
        }
      }
    }
  }
  return { people: [], mated: [], nonMated }
}

const describeLevel = ({ level, distance, falseMatchRate, observed, trials, isExtrapolated }: ChosenLevel) =>
  `  // Level ${level}, FMR ${falseMatchRate}: ${observed} of ${trials} trials${isExtrapolated ? '; extrapolated' : ''}.\n  ${distance},`

const samples = await readSamples()
const people = new Set(samples.map(({ person }) => person)).size
const counts = GROUPS.map((group) => `${group} ${samples.filter((sample) => sample.group === group).length}`)
const unseen = compareUnseen(samples)
const levels = FALSE_MATCH_RATES.map((rate, index) => chooseLevel(unseen, index + 1, rate))
await writeFile(
  TARGET,
  `// Written by bench/calibrate.ts out of ${samples.length} pictures of ${people} people of the Face Research Lab London Set
// (DeBruine and Jones 2017, doi 10.6084/m9.figshare.5047666, CC BY 4.0). The numbers are derived; no picture is kept.

/**
 * Largest distance of each level, over all pairs of different people, around a centre that neither had a part in. What is
 * extrapolated lies where a normal distribution with the mean and deviation of all trials has that rate.
 */
export const MOBILEFACENET_LEVELS = [
${levels.map(describeLevel).join('\n')}
] as const

/** The middle of four groups that count the same; pictures: ${counts.join(', ')}. */
// biome-ignore format: numbers, twelve a line
export const MOBILEFACENET_CENTRE = Float32Array.of(
${(
  Array.from(centreOf(samples), (value) => value.toFixed(5).replace(/^-?0\.0+$/, '0'))
    .join(', ')
    .match(/(?:[^,]+,?){1,12}/g) ?? []
)
  .map((line) => `  ${line.trim()}`)
  .join('\n')}
)
`,
)
process.stdout.write(`${levels.map((level) => JSON.stringify(level)).join('\n')}\n`)
