/**
 * The capture page in real Chromium, beside pages that do nothing but `detectForVideo` on the same clip in the same
 * run, with the page's thread as it is and four times slower; workers are never slowed. Run `pnpm build` first.
 * `node --conditions=source bench/widget.ts [--turns | --journey] [--json FILE]`: the turns of the head alone, or the way from the link to the partner alone.
 */
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { fakeCamera, turningCamera } from '@visavis/testing/camera'
import { BROWSER_FLAGS, findChromium, missingBrowserMessage } from '../scripts/find-chromium.ts'
import { startBff } from '../scripts/start-bff.ts'
import { type BarePage, openBarePage } from './bare-loop.ts'
import { measureJourney } from './journey.ts'
import { createHeapMeter } from './measure-heap.ts'
import { type Measurement, percentile, report } from './report.ts'
import { slowDown, watchBusy } from './slow-down.ts'
import { UNLIMITED } from './unlimited.ts'
import { type PageTimes, watchPage } from './watch-page.ts'

const THROTTLING = [1, 4] as const
/** Of the camera, as most have it. */
const FRAMES_A_SECOND = 30
const FRAMES = 100
const ROUNDS = 2
const RETAKES = 50
/** By then everything is loaded and every screen was shown. */
const WARM_RETAKES = 10
const MAX_FRAME_RATIO = 1.2
const MAX_TASK_MS = 50
/** Of the heap after the last retake over that after the first ten. */
const MAX_HEAP_RATIO = 1.05
const PATIENCE_MS = 120_000
const TURN_RUNS = 7
/** From the first cue to the picture, by somebody who knows what comes. */
const MAX_TURNS_S = 6
/** V8 goes on compiling for minutes, and its machine code is on the heap: no growth of ours. */
const INTERPRETED = ['--js-flags=--no-sparkplug --no-maglev --no-opt']

const executablePath = await findChromium()
if (!executablePath) throw new Error(missingBrowserMessage())
const bff = await startBff({ env: UNLIMITED })

const ask = async (method: string, path: string, body: object) => {
  const answer = await fetch(bff.url + path, {
    method,
    headers: { authorization: `Bearer ${bff.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** A link of an enrolment: it needs no face on file. */
const newLink = async (): Promise<string> => {
  const { id } = await ask('POST', '/applicants', {})
  const { _links } = await ask('POST', `/applicants/${id}/face-enrollments`, {
    redirect_url: `${bff.url}/demo/return`,
    user_journey_id: bff.userJourneyId,
  })
  return _links.verification_url.href
}

const begin = async (page: Page): Promise<void> => {
  await page.goto(await newLink())
  await page.getByRole('button', { name: 'Agree and start' }).click({ timeout: PATIENCE_MS })
}

const camera = await fakeCamera('portrait', FRAMES_A_SECOND)

/** A browser of its own each, so that nothing of one is left for the next. */
const inBrowser = async <T>(
  measure: (context: BrowserContext) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> => {
  const browser = await chromium.launch({
    executablePath,
    args: [...BROWSER_FLAGS, ...camera.flags, ...flags],
  })
  try {
    return await measure(await browser.newContext({ permissions: ['camera'], locale: 'en' }))
  } finally {
    await browser.close()
  }
}

interface Run extends PageTimes {
  /** Share of the time from the preview to the last frame in which the page's thread was busy. */
  busy: number
}

/** The whole way: a face that is never near enough, then the button, the upload and the screen after it. */
const measureOwn = async (context: BrowserContext, rate: number): Promise<Run> => {
  const page = await context.newPage()
  const slowed = await slowDown(page, rate)
  const { read, until } = slowed
  await page.addInitScript(watchPage)
  await begin(page)
  await until('benchTimes.frames.length > 0')
  const busy = await watchBusy(slowed, () => until(`benchTimes.frames.length >= ${FRAMES}`))
  await until('document.querySelector(".shutter-place button") !== null')
  await read('document.querySelector(".shutter-place button").click()')
  await until('!document.querySelector("[data-testid=screen-camera], [data-testid=screen-upload]")')
  const times = await read<PageTimes>('benchTimes')
  await page.close()
  return { ...times, busy }
}

type BareRun = Pick<Run, 'frames' | 'busy' | 'longTasks'>

const measureBare = async (context: BrowserContext, rate: number, kind: BarePage): Promise<BareRun> => {
  const page = await context.newPage()
  const slowed = await slowDown(page, rate)
  await openBarePage(page, bff.url, kind)
  await slowed.until('self.bareFrames?.length > 0')
  const busy = await watchBusy(slowed, () => slowed.until(`bareFrames.length >= ${FRAMES}`))
  const frames = await slowed.read<number[]>('bareFrames')
  const longTasks = await slowed.read<number[]>('bareTasks')
  await page.close()
  return { frames, busy, longTasks }
}

const compareFrames = async (rate: number): Promise<Measurement[]> => {
  const own: Run[] = []
  const inWorker: BareRun[] = []
  const onPage: BareRun[] = []
  const camera: BareRun[] = []
  // In turns, so that whatever else the machine does meets all of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await inBrowser((context) => measureOwn(context, rate)))
    inWorker.push(await inBrowser((context) => measureBare(context, rate, 'worker')))
    onPage.push(await inBrowser((context) => measureBare(context, rate, 'page')))
    camera.push(await inBrowser((context) => measureBare(context, rate, 'camera')))
  }

  // The first frames of each compile and warm up.
  const settled = (runs: readonly { frames: readonly number[] }[]) =>
    runs.flatMap(({ frames }) => frames.slice(FRAMES / 5))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const longest = (runs: readonly BareRun[]) => Math.max(0, ...runs.flatMap(({ longTasks }) => longTasks))
  const busy = (runs: readonly { busy: number }[]) => mean(runs.map((run) => run.busy)) * 100
  const frame = (p: number, where: string, bare: readonly BareRun[]): Measurement => ({
    metric: `${rate}×: a frame, p${p * 100} (reference: bare detectForVideo ${where})`,
    value: percentile(settled(own), p),
    unit: 'ms',
    reference: percentile(settled(bare), p),
  })
  const target = { at: 'most', limit: MAX_FRAME_RATIO, of: 'ratio' } as const
  return [
    {
      metric: `${rate}×: navigation to preview, one press included`,
      value: mean(own.map(({ previewAt }) => previewAt ?? Number.NaN)),
      unit: 'ms',
    },
    {
      metric: `${rate}×: navigation to first analysed frame`,
      value: mean(own.map(({ firstAnalysedAt }) => firstAnalysedAt ?? Number.NaN)),
      unit: 'ms',
    },
    { ...frame(0.5, 'in a worker', inWorker), target },
    { ...frame(0.95, 'in a worker', inWorker), target },
    frame(0.5, 'on the page', onPage),
    frame(0.95, 'on the page', onPage),
    {
      metric: `${rate}×: longest task over ${MAX_TASK_MS} ms, preview to end; 0: none (reference: only the camera)`,
      value: longest(own),
      unit: 'ms',
      reference: longest(camera),
      target: { at: 'most', limit: MAX_TASK_MS },
    },
    {
      metric: `${rate}×: the page's thread is busy (reference: only the camera)`,
      value: busy(own),
      unit: '%',
      reference: busy(camera),
    },
  ]
}

const measureHeap = async (context: BrowserContext): Promise<Measurement[]> => {
  const page = await context.newPage()
  const measure = await createHeapMeter(page)
  await page.route('**/capture/selfie', (route) =>
    route.fulfill({ json: { next: 'retry', reasons: ['face_blurry'] } }),
  )
  await begin(page)
  const { read, until } = await slowDown(page, 1)
  let warm = { page: Number.NaN, worker: Number.NaN }
  for (let retake = 1; retake <= RETAKES; retake += 1) {
    await until('document.querySelector("[data-testid=screen-retry]") !== null')
    if (retake === WARM_RETAKES) warm = await measure()
    if (retake === RETAKES) break
    await read('document.querySelector("[data-testid=screen-retry] .button-primary").click()')
    await until('document.querySelector("[data-testid=screen-camera]") !== null')
  }
  const last = await measure()
  await page.close()
  return (['page', 'worker'] as const).map((where) => ({
    metric: `heap of the ${where} after ${RETAKES} retakes, without compiled code (reference: after ${WARM_RETAKES})`,
    value: last[where] / 2 ** 20,
    unit: 'MB',
    reference: warm[where] / 2 ** 20,
    target: { at: 'most', limit: MAX_HEAP_RATIO, of: 'ratio' },
  }))
}

/** When the first cue came and when the picture was taken, ms since the navigation; runs in the page. */
const watchTurns = (): void => {
  const seen: { cueAt: number | null; takenAt: number | null } = { cueAt: null, takenAt: null }
  Object.assign(globalThis, { benchTurns: seen })
  const look = () => {
    if (document.querySelector('[data-turn=left], [data-turn=right]')) seen.cueAt ??= performance.now()
    if (
      seen.cueAt !== null &&
      document.querySelector('[data-testid=screen-upload], [data-testid=screen-done]')
    ) {
      seen.takenAt ??= performance.now()
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** A rendered head that turns when and where it is told to, at the speed of people. */
const measureTurns = async (): Promise<Measurement> => {
  await ask('PATCH', `/user-journeys/${bff.userJourneyId}`, { liveness_policy: 'active' })
  const head = await turningCamera('head')
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] })
  const seconds: number[] = []
  try {
    for (let run = 0; run < TURN_RUNS; run += 1) {
      const context = await browser.newContext({ locale: 'en' })
      const page = await context.newPage()
      await page.addInitScript(head)
      await page.addInitScript(watchTurns)
      await begin(page)
      const { read, until } = await slowDown(page, 1)
      await until('benchTurns.takenAt !== null')
      seconds.push(await read<number>('(benchTurns.takenAt - benchTurns.cueAt) / 1000'))
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return {
    metric: `a scripted head: first cue to picture, two turns, median of ${TURN_RUNS}`,
    value: percentile(seconds, 0.5),
    unit: 's',
    target: { at: 'most', limit: MAX_TURNS_S },
  }
}

/** The face in the clip holds still: no turn is asked for. */
const setThresholds = (thresholds: object) =>
  ask('PATCH', `/user-journeys/${bff.userJourneyId}`, { thresholds, liveness_policy: 'none' })

const measurePage = async (): Promise<Measurement[]> => {
  const measurements: Measurement[] = []
  // A face that is never near enough: looked at in full, frame by frame, and never taken.
  await setThresholds({ head_too_small: { enter: 0.38, leave: 0.39 } })
  for (const rate of THROTTLING) measurements.push(...(await compareFrames(rate)))
  await setThresholds({})
  measurements.push(...(await inBrowser(measureHeap, INTERPRETED)))
  measurements.push(await measureTurns())
  measurements.push(...(await measureJourney(executablePath)))
  return measurements
}

try {
  const asked = process.argv.includes('--turns')
    ? [await measureTurns()]
    : process.argv.includes('--journey')
      ? await measureJourney(executablePath)
      : await measurePage()
  await report('The capture page in Chromium', asked)
} finally {
  await bff.stop()
}
