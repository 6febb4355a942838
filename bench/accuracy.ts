/**
 * How often the embedded engine is wrong, and for whom, on labelled pictures of one's own:
 * `FACES_DIR=folder node --conditions=source bench/accuracy.ts [--model NAME|MANIFEST.json] [--json FILE] [--det FILE.svg]`.
 * The folder holds `identities.csv` (file,identity, and where known group,sex) and the pictures. Of a model of one's own
 * the distances are told, too, that its levels would have by these pictures.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  createFaceEngine,
  type EnrolResult,
  type FaceEngine,
  isRecognitionModelName,
  RECOGNITION_MODEL_NAMES,
  type Recognition,
  readOwnModel,
} from '@visavis/face-engine'
import sharp from 'sharp'
import { chooseLevel } from './accuracy/choose-levels.ts'
import { drawDet } from './accuracy/draw-det.ts'
import {
  compareAll,
  equalErrorRate,
  falseMatchRate,
  falseNonMatchRate,
  pointAtFmr,
  type Rate,
  type Sample,
  type Trials,
  traceDet,
  withinGroup,
} from './accuracy/error-rates.ts'
import { readFolder } from './accuracy/read-folder.ts'
import type { Label } from './accuracy/read-labels.ts'
import { readFlag } from './read-flag.ts'
import { type Measurement, report } from './report.ts'

/** The bars: 1 in 10 000 non-mated trials may match, as NIST SP 800-63B-4 §3.2.3 has it. */
const OPERATING_FMR = 1e-4
const MAX_FNMR = 0.06
/** What a level promises in each group, by level. */
const GROUP_BARS: Readonly<Record<number, number>> = { 3: 1e-3, 4: 1e-4 }
const DEFAULT_LEVEL = 3
/** Of the five levels, over all pairs. */
const FALSE_MATCH_RATES = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6]

const ROLLS = [-45, -30, -15, 15, 30, 45]
/** People whose pictures are turned: each costs as many enrolments as there are rolls. */
const MAX_TURNED = 40
const BACKGROUND = '#808080'

const readModel = async (): Promise<Recognition | undefined> => {
  const name = readFlag('--model')
  if (name?.endsWith('.json')) return readOwnModel(name)
  if (name === undefined || isRecognitionModelName(name)) return name
  throw new Error(`--model wants one of ${RECOGNITION_MODEL_NAMES.join(', ')}`)
}

const reasonOf = (result: EnrolResult): string | null =>
  result.outcome === 'enrolled' ? null : result.reason

const scientific = (value: number): string => (value === 0 ? '0' : value.toExponential(1))
const describeRate = ({ errors, trials, low, high }: Rate): string =>
  `${errors} of ${trials}, 95 % ${scientific(low)}–${scientific(high)}`

const rateRow = (name: string, rate: Rate, target?: Measurement['target']): Measurement => ({
  metric: `${name} (${describeRate(rate)})`,
  value: rate.value,
  unit: '',
  ...(target === undefined ? {} : { target }),
})

const countBy = (values: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b))
}

interface Enrolled {
  samples: Sample[]
  /** Of each picture: its group, and why no template was made. */
  attempts: { group: string; reason: string | null }[]
}

const enrolAll = async (engine: FaceEngine, folder: string, labels: readonly Label[]): Promise<Enrolled> => {
  const enrolled: Enrolled = { samples: [], attempts: [] }
  for (const { file, identity, group, sex } of labels) {
    const result = await engine.enrol(await readFile(path.join(folder, file)))
    enrolled.attempts.push({ group, reason: reasonOf(result) })
    if (result.outcome !== 'enrolled') continue
    enrolled.samples.push({ person: identity, group, sex, values: result.template.values })
  }
  return enrolled
}

/** Failure-to-enrol rate, whole, by reason and by group. */
const measureEnrolment = ({ attempts }: Enrolled, groups: readonly string[]): Measurement[] => {
  const failed = attempts.filter(({ reason }) => reason !== null)
  const row = (name: string, errors: number, trials: number): Measurement => ({
    metric: `${name} (${errors} of ${trials})`,
    value: errors / trials,
    unit: '',
  })
  return [
    row('failure to enrol', failed.length, attempts.length),
    ...countBy(failed.map(({ reason }) => reason ?? '')).map(([reason, count]) =>
      row(`  ${reason}`, count, attempts.length),
    ),
    ...groups.map((group) =>
      row(
        `  ${group}`,
        failed.filter((attempt) => attempt.group === group).length,
        attempts.filter((attempt) => attempt.group === group).length,
      ),
    ),
  ]
}

/** A rate that is within the bar, of so few trials that it could as well be above, is told as that. */
const worstRow = ({ group, fmr }: { group: string; fmr: Rate }, limit: number): Measurement => {
  const doubt = fmr.value <= limit && fmr.high > limit ? ', too few trials to tell' : ''
  return rateRow(`  worst group (${group}), FMR${doubt}`, fmr, { at: 'most', limit })
}

const measureLevels = (
  trials: Trials,
  groups: readonly string[],
  thresholds: readonly number[],
): Measurement[] =>
  thresholds.flatMap((threshold, index) => {
    const level = index + 1
    const bar = GROUP_BARS[level]
    const byGroup = groups.map((group) => {
      const within = withinGroup(trials, group)
      return { group, fmr: falseMatchRate(within, threshold), fnmr: falseNonMatchRate(within, threshold) }
    })
    const worst = byGroup
      .filter(({ fmr }) => fmr.trials > 0)
      .toSorted((a, b) => b.fmr.value - a.fmr.value)
      .at(0)
    return [
      rateRow(`level ${level}, distance ≤ ${threshold}: FMR`, falseMatchRate(trials, threshold)),
      ...byGroup
        .filter(({ fmr }) => fmr.trials > 0)
        .map(({ group, fmr }) => rateRow(`  ${group}, FMR within`, fmr)),
      ...(worst === undefined || bar === undefined ? [] : [worstRow(worst, bar)]),
      rateRow(`level ${level}: FNMR`, falseNonMatchRate(trials, threshold)),
      ...byGroup.map(({ group, fnmr }) => rateRow(`  ${group}, FNMR`, fnmr)),
    ]
  })

/** What `levels` of a manifest would be, computed on these people. */
const suggestLevels = (trials: Trials): Measurement[] =>
  FALSE_MATCH_RATES.map((rate, index) => {
    const { level, distance, observed, trials: count, isExtrapolated } = chooseLevel(trials, index + 1, rate)
    const origin = isExtrapolated ? 'extrapolated' : `${observed} of ${count}`
    return { metric: `level ${level} at FMR ${rate} (${origin}): distance`, value: distance, unit: '' }
  })

/** Pictures turned by so much against the same people's upright ones. */
const measureRolls = async (
  engine: FaceEngine,
  folder: string,
  labels: readonly Label[],
  { samples }: Enrolled,
): Promise<Measurement[]> => {
  const threshold = engine.model.levelDistances[DEFAULT_LEVEL - 1] ?? 0
  const firstOfEach = [...new Map(labels.toReversed().map((label) => [label.identity, label])).values()]
  const turned = firstOfEach.slice(-MAX_TURNED)
  const rows: Measurement[] = []
  for (const roll of ROLLS) {
    const references = samples.filter(({ person }) => turned.some(({ identity }) => identity === person))
    const mated: Trials['mated'][number][] = []
    let failed = 0
    for (const [person, { file, identity }] of turned.entries()) {
      const upright = sharp(await readFile(path.join(folder, file))).autoOrient()
      const bytes = await upright.rotate(roll, { background: BACKGROUND }).jpeg({ quality: 92 }).toBuffer()
      const result = await engine.enrol(bytes)
      if (result.outcome !== 'enrolled') {
        failed += 1
        continue
      }
      const probe = { person: identity, group: '', sex: '', values: result.template.values }
      const own = references.filter((sample) => sample.person === identity)
      const trials = own.flatMap((sample) => compareAll([probe, sample]).mated)
      mated.push(...trials.map(({ distance }) => ({ a: person, b: person, distance })))
    }
    const people = turned.map(() => ({ group: '', sex: '', samples: 1 }))
    const mean = mated.reduce((sum, { distance }) => sum + distance, 0) / mated.length
    rows.push(
      rateRow(
        `roll ${roll}°, level ${DEFAULT_LEVEL}: FNMR`,
        falseNonMatchRate({ people, mated, nonMated: [] }, threshold),
      ),
      { metric: '  mean mated distance', value: mean, unit: '' },
      {
        metric: `  failure to enrol (${failed} of ${turned.length})`,
        value: failed / turned.length,
        unit: '',
      },
    )
  }
  return rows
}

const measure = async (folder: string): Promise<void> => {
  const labels = await readFolder(folder)
  const groups = [...new Set(labels.map(({ group }) => group))].filter((group) => group !== '').sort()
  const recognition = await readModel()
  const engine = await createFaceEngine(recognition === undefined ? {} : { recognition })
  try {
    const enrolled = await enrolAll(engine, folder, labels)
    const trials = compareAll(enrolled.samples)
    const curve = traceDet(trials)
    const point = pointAtFmr(curve, OPERATING_FMR)
    const fnmr = falseNonMatchRate(trials, point?.threshold ?? 0)
    const detFile = readFlag('--det')
    if (detFile !== undefined) {
      const byGroup = groups.map((name) => ({ name, points: traceDet(withinGroup(trials, name)) }))
      await writeFile(detFile, drawDet(engine.model.id, [{ name: 'all', points: curve }, ...byGroup]))
    }
    if (groups.length === 0) process.stdout.write('No groups are labelled: nothing is said of the worst.\n')
    await report(`${engine.model.id}: ${labels.length} pictures of ${trials.people.length} people`, [
      rateRow(`FNMR at FMR ${OPERATING_FMR}, distance ≤ ${(point?.threshold ?? 0).toFixed(3)}`, fnmr, {
        at: 'most',
        limit: MAX_FNMR,
      }),
      { metric: 'equal error rate', value: equalErrorRate(curve), unit: '' },
      ...measureEnrolment(enrolled, groups),
      ...measureLevels(trials, groups, engine.model.levelDistances),
      ...(typeof recognition === 'object' ? suggestLevels(trials) : []),
      ...(await measureRolls(engine, folder, labels, enrolled)),
    ])
  } finally {
    await engine.close()
  }
}

const folder = process.env.FACES_DIR
if (folder === undefined || folder === '') {
  process.stdout.write(
    'Skipped: set FACES_DIR to a folder of labelled portraits with identities.csv (file,identity,group,sex) to measure how often the engine is wrong.\n',
  )
} else await measure(folder)
