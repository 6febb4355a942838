/**
 * How often the embedded engine takes an instrument of an attack for a living head, and a living head for one:
 * `node --conditions=source bench/liveness.ts [--json FILE] [--heads N] [--keep FOLDER]`, on heads and instruments
 * rendered from portraits, straight through the engine. `--keep` writes the selfies to a folder of the kind of `PAD_DIR`. With `FACES_DIR`, a folder of labelled portraits before a plain wall, as
 * `bench:accuracy` takes it, of as many of those people as `--heads` says. With `PAD_DIR`, a folder of folders of
 * pictures, one folder for each species of instrument and one named `bonafide`, the passive check on these too.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  createFaceEngine,
  type FaceEngine,
  type FaceObservation,
  isSamePerson,
  isSameScene,
  judgePassive,
  judgeTurn,
  type TimedObservation,
} from '@visavis/face-engine'
import {
  createPresentation,
  filmSelfie,
  filmTurn,
  type HeadPortrait,
  type Presentation,
  personsPortrait,
  personsRoom,
  type Raster,
  SPECIES,
  type Species,
} from '@visavis/testing/camera'
import { readFolder } from './accuracy/read-folder.ts'
import { cutFromBackground } from './liveness/cut-from-background.ts'
import { type PresentedSpecies, quartilesOf, rateSpecies, type Verdict } from './liveness/pad-rates.ts'
import { BONA_FIDE_FOLDER, readPadFolder } from './liveness/read-pad-folder.ts'
import { readFlag } from './read-flag.ts'
import { type Measurement, report } from './report.ts'

const DEFAULT_HEADS = 24
const SIDES = ['left', 'right'] as const
type Side = (typeof SIDES)[number]

/** Not instruments: people, and a phone that is moved around one. */
const BONA_FIDE: readonly Species[] = ['head', 'moved-phone']
/** The same films as those of `head`, held against other sides. */
const FILMED_OTHERWISE: readonly Species[] = ['wrong-way', 'replay']
/** What nothing here tells from a head: docs/liveness.md says so. */
const KNOWN_TO_PASS = new Set<string>(['face-relief', 'screen-video'])

interface Subject {
  portrait: HeadPortrait
  room: Raster
}

const observe = async (engine: FaceEngine, jpeg: Uint8Array): Promise<FaceObservation | null> => {
  const result = await engine.observe(jpeg)
  return result.outcome === 'observed' ? result.observation : null
}

/** What the engine has to see in a picture to make a head of it. */
const toPortrait = async (
  engine: FaceEngine,
  bytes: Uint8Array,
  picture: Raster,
): Promise<HeadPortrait | null> => {
  const seen = await observe(engine, bytes)
  if (!seen) return null
  const places = seen.mesh.filter((_, index) => index % 3 < 2)
  return { picture, places: [...places], pose: seen.pose }
}

/** A room as plain as the wall in the portrait: where some of that is left around the person, nothing of it shows. */
const plainRoom = ([red, green, blue]: readonly number[]): Raster => {
  const [width, height] = [1280, 720]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at += 4) data.set([red ?? 0, green ?? 0, blue ?? 0, 255], at)
  return { data, width, height }
}

const labelledSubjects = async (engine: FaceEngine, folder: string): Promise<Subject[]> => {
  const labels = await readFolder(folder)
  const firstOfEach = [
    ...new Map(labels.toReversed().map((label) => [label.identity, label])).values(),
  ].reverse()
  const heads = Number(readFlag('--heads') ?? DEFAULT_HEADS)
  const subjects: Subject[] = []
  // Spread over the folder, whose order may be by group.
  const step = Math.max(1, firstOfEach.length / heads)
  for (let at = 0; at < firstOfEach.length && subjects.length < heads; at += step) {
    const bytes = await readFile(path.join(folder, firstOfEach[Math.floor(at)]?.file ?? ''))
    const { person, wall } = await cutFromBackground(bytes)
    const portrait = await toPortrait(engine, bytes, person)
    if (portrait) subjects.push({ portrait, room: plainRoom(wall) })
  }
  return subjects
}

type Turn = readonly (TimedObservation | null)[]

/** What the engine saw of a presentation that turned to each side, and of the selfie; null: no face. */
interface Film {
  turns: Record<Side, Turn>
  selfie: FaceObservation | null
}

/** The sides that were dealt, and what was shown to each. */
interface Run {
  turns: { side: Side; frames: Turn }[]
  selfie: FaceObservation | null
}

const toSeen = ({ turns, selfie }: Run): FaceObservation[] =>
  [...turns.flatMap(({ frames }) => frames.map((frame) => frame?.observation ?? null)), selfie].filter(
    (observation) => observation !== null,
  )

const observeFilm = async (
  engine: FaceEngine,
  presentation: Presentation,
  room: Raster,
  { seed, selfie }: { seed: number; selfie: Uint8Array },
): Promise<Film> => {
  const observeTurn = async (side: Side): Promise<Turn> => {
    const frames = await filmTurn(presentation, room, { side, seed })
    return Promise.all(
      frames.map(async ({ jpeg, at }) => {
        const observation = await observe(engine, jpeg)
        return observation && { observation, at }
      }),
    )
  }
  return {
    turns: { left: await observeTurn('left'), right: await observeTurn('right') },
    selfie: await observe(engine, selfie),
  }
}

const keepSelfie = async (species: Species, index: number, selfie: Uint8Array): Promise<void> => {
  const kept = readFlag('--keep')
  if (kept === undefined) return
  const folder = path.join(kept, BONA_FIDE.includes(species) ? BONA_FIDE_FOLDER : species)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, `${species}-${index}.jpg`), selfie)
}

const toRun = ({ turns, selfie }: Film, dealt: readonly Side[], shown: readonly Side[] = dealt): Run => ({
  turns: dealt.map((side, index) => ({ side, frames: turns[shown[index] ?? side] })),
  selfie,
})

const judgePassively = (run: Run): Verdict => {
  const { outcome } = judgePassive(toSeen(run))
  return outcome === 'passed' ? 'bona_fide' : outcome === 'failed' ? 'attack' : 'no_response'
}

const judgeTurns = (engine: FaceEngine, { turns, selfie }: Run, reasons: Map<string, number>): Verdict => {
  let verdict: Verdict = 'bona_fide'
  const worsen = (to: Verdict, reason: string) => {
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    if (verdict !== 'attack') verdict = to
  }
  const firsts: FaceObservation[] = []
  for (const { side, frames } of turns) {
    const seen = frames.filter((frame) => frame !== null)
    if (seen.length < frames.length) worsen('no_response', 'no face')
    for (const { kind, reason } of judgeTurn(seen, side, engine.model).problems) {
      worsen(kind === 'spoof' ? 'attack' : 'no_response', reason)
    }
    if (seen[0]) firsts.push(seen[0].observation)
  }
  for (const first of firsts) {
    if (!selfie) worsen('no_response', 'no face')
    else if (!isSamePerson(first, selfie, engine.model, 'selfie')) worsen('attack', 'other selfie')
    else if (!isSameScene(first, selfie)) worsen('attack', 'other scene')
  }
  return verdict
}

const worse = (a: Verdict, b: Verdict): Verdict =>
  [a, b].includes('attack') ? 'attack' : [a, b].includes('no_response') ? 'no_response' : 'bona_fide'

/** Each species with its runs. A recording is held against every order of sides the server can deal. */
const runsOf = (species: Species, film: Film, index: number): [Species, Run[]][] => {
  const order = index % 2 === 0 ? SIDES : SIDES.toReversed()
  const own: [Species, Run[]] = [species, [toRun(film, order)]]
  if (species !== 'head') return [own]
  const dealt = SIDES.flatMap((first) => SIDES.map((second) => [first, second]))
  return [
    own,
    ['wrong-way', [toRun(film, order, order.toReversed())]],
    ['replay', dealt.map((sides) => toRun(film, sides, ['left', 'right']))],
  ]
}

const measureRendered = async (engine: FaceEngine, subjects: readonly Subject[]): Promise<Measurement[]> => {
  const verdicts = new Map<Species, { turn: Verdict[]; passive: Verdict[]; reasons: Map<string, number> }>()
  for (const species of SPECIES.filter((one) => !FILMED_OTHERWISE.includes(one))) {
    process.stderr.write(`${species} …\n`)
    for (const [index, { portrait, room }] of subjects.entries()) {
      const presentation = createPresentation(species, portrait, room)
      const selfie = await filmSelfie(presentation, room, index)
      await keepSelfie(species, index, selfie)
      const film = await observeFilm(engine, presentation, room, { seed: index, selfie })
      for (const [name, runs] of runsOf(species, film, index)) {
        const found = verdicts.get(name) ?? { turn: [], passive: [], reasons: new Map<string, number>() }
        verdicts.set(name, found)
        for (const run of runs) {
          found.turn.push(judgeTurns(engine, run, found.reasons))
          found.passive.push(judgePassively(run))
        }
      }
    }
  }
  const rowsOf = (
    check: string,
    pick: (index: number, found: { turn: Verdict[]; passive: Verdict[] }) => Verdict,
  ) =>
    rateSpecies(
      check,
      [...verdicts].map(([name, found]) => ({
        name,
        kind: BONA_FIDE.includes(name) ? ('bona_fide' as const) : ('attack' as const),
        verdicts: found.turn.map((_, index) => pick(index, found)),
      })),
      KNOWN_TO_PASS,
    )
  for (const [name, { reasons }] of verdicts) {
    const counts = [...reasons].map(([reason, times]) => `${reason} ${times}`)
    process.stdout.write(`${name}: ${counts.join(', ') || 'nothing wrong'}\n`)
  }
  const none: Verdict = 'no_response'
  return [
    ...rowsOf('both', (index, { turn, passive }) => worse(turn[index] ?? none, passive[index] ?? none)),
    ...rowsOf('turn', (index, { turn }) => turn[index] ?? none),
    ...rowsOf('passive', (index, { passive }) => passive[index] ?? none),
  ]
}

/** Pictures of one's own, the passive check alone; of the people also by how bright their faces are in the picture. */
const measureFolder = async (engine: FaceEngine, folder: string): Promise<Measurement[]> => {
  const species: (PresentedSpecies & { lumas: (number | null)[] })[] = []
  for (const { name, kind, files } of await readPadFolder(folder)) {
    process.stderr.write(`${name} …\n`)
    const verdicts: Verdict[] = []
    const lumas: (number | null)[] = []
    for (const file of files) {
      const seen = await observe(engine, await readFile(file))
      const outcome = seen ? judgePassive([seen]).outcome : 'not_done'
      verdicts.push(outcome === 'passed' ? 'bona_fide' : outcome === 'failed' ? 'attack' : 'no_response')
      lumas.push(seen?.light.face ?? null)
    }
    species.push({ name, kind, verdicts, lumas })
  }
  const quarters = species.flatMap(({ name, kind, verdicts, lumas }) => {
    const seen = verdicts.flatMap((verdict, index) => {
      const luma = lumas[index] ?? null
      return luma === null ? [] : [{ verdict, luma }]
    })
    const quartiles = quartilesOf(seen.map(({ luma }) => luma))
    return [0, 1, 2, 3].map((quarter) => ({
      name: `${name}, face luma quartile ${quarter + 1}`,
      kind,
      verdicts: seen.filter((_, index) => quartiles[index] === quarter).map(({ verdict }) => verdict),
    }))
  })
  return [...rateSpecies('PAD_DIR, passive', species), ...rateSpecies('PAD_DIR, passive', quarters)]
}

const engine = await createFaceEngine()
try {
  const subjects: Subject[] = [{ portrait: await personsPortrait('ada'), room: await personsRoom('ada') }]
  const { FACES_DIR, PAD_DIR } = process.env
  if (FACES_DIR) subjects.push(...(await labelledSubjects(engine, FACES_DIR)))
  const rows = await measureRendered(engine, subjects)
  if (PAD_DIR) rows.push(...(await measureFolder(engine, PAD_DIR)))
  else process.stdout.write('Without PAD_DIR: no pictures of one’s own.\n')
  await report(`${engine.liveness.modelId}: ${subjects.length} rendered heads and what is made of them`, rows)
} finally {
  await engine.close()
}
