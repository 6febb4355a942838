import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { fakeCamera, portraitPhoto } from '@visavis/testing/camera'
import { findFreePort } from '../apps/bff/src/storage/testing/start-postgres.ts'
import { createPartner } from '../e2e/fixtures/partner.ts'
import { openPartnerSite } from '../e2e/fixtures/partner-site.ts'
import { BROWSER_FLAGS } from '../scripts/find-chromium.ts'
import { startBff } from '../scripts/start-bff.ts'
import { type Measurement, percentile } from './report.ts'
import { slowDown } from './slow-down.ts'
import { openSlowLine } from './slow-line.ts'
import { UNLIMITED } from './unlimited.ts'

/** A phone of the middle class on a mobile line, as the figures were taken. */
const PHONE = { rate: 4, bitsASecond: 9_000_000, roundTripMs: 85 }
/** A bad line: 50 kB a second. */
const BAD_LINE = { bitsASecond: 400_000, roundTripMs: 300 }
const RUNS = 5
/** Long enough for the slowest line to bring everything that is brought in advance. */
const READING_MS = 10_000
const MAX_AFTER_READING_S = 3
const MAX_AT_ONCE_S = 5
const MAX_FIRST_PAINT_MS = 1200
const POLLING_MS = 50
const PATIENCE_MS = 120_000

/** When each screen was first seen, ms of the clock; runs in the page, nothing outside it is known there. */
const watchScreens = (): void => {
  const seen: Record<string, number> = {}
  const now = () => performance.timeOrigin + performance.now()
  Object.assign(globalThis, { benchSeen: seen })
  const look = () => {
    const screen = document.querySelector('[data-screen]')?.getAttribute('data-screen')
    if (screen) seen[screen] ??= now()
    const video = document.querySelector('video')
    if (video && video.videoWidth > 0) seen.preview ??= now()
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  addEventListener('click', () => (seen.pressed ??= now()), { capture: true })
  const { Worker: NativeWorker } = globalThis
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
        if (data.type === 'analysed') seen.analysed ??= now()
      })
    }
  }
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) seen[name] ??= performance.timeOrigin + startTime
  }).observe({ type: 'paint', buffered: true })
}

type Seen = Record<string, number>

/** The stages of a journey, in their order: what is first seen at the end of each. */
const STAGES = [
  ['press to camera', 'preview'],
  ['camera to first analysed frame', 'analysed'],
  ['first analysed frame to picture taken', 'upload'],
  ['picture taken to answer', 'done'],
  ['answer to the page of the partner', 'returned'],
] as const

/** Opens links as somebody does who was never here, in a browser that has nothing of ours. */
const inFreshPage = async <T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({ permissions: ['camera'], locale: 'en' })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchScreens)
    return await work(page)
  } finally {
    await context.close()
  }
}

interface Visit {
  link: string
  /** Of the partner, which the journey ends at. */
  origin: string
  /** How long the person looks at the first screen. */
  readingMs: number
}

/** One journey. @returns what was seen when, ms of the clock */
const visit = (browser: Browser, { link, origin, readingMs }: Visit): Promise<Seen> =>
  inFreshPage(browser, async (page) => {
    const { read, until } = await slowDown(page, PHONE.rate)
    const opened = Date.now()
    await page.goto(link, { waitUntil: 'commit' })
    await until('benchSeen.start !== undefined && document.querySelector(".button-primary") !== null')
    await setTimeout(readingMs)
    let isOver = false
    const returning = page
      .waitForURL(`${origin}/**`, { waitUntil: 'commit', timeout: PATIENCE_MS })
      .then(() => Date.now())
      .finally(() => {
        isOver = true
      })
    await read('document.querySelector(".button-primary").click()')
    // What the page has seen goes with it: it is read as long as there is a page.
    let seen: Seen = {}
    while (!isOver) {
      seen = { ...seen, ...(await read<Seen | undefined>('self.benchSeen').catch(() => undefined)) }
      await setTimeout(POLLING_MS)
    }
    return { ...seen, opened, returned: await returning }
  })

/** Until there is the first screen. */
const look = (browser: Browser, link: string): Promise<Seen> =>
  inFreshPage(browser, async (page) => {
    const opened = Date.now()
    await page.goto(link, { waitUntil: 'commit' })
    await page.locator('[data-screen=start]').waitFor({ timeout: PATIENCE_MS })
    return { ...(await page.evaluate<Seen>('benchSeen')), opened }
  })

/** In ms. */
const medianBetween = (runs: readonly Seen[], from: string, to: string): number =>
  percentile(
    runs.map((seen) => (seen[to] ?? Number.NaN) - (seen[from] ?? Number.NaN)),
    0.5,
  )

const tellStages = (runs: readonly Seen[]): Measurement[] =>
  STAGES.map(([stage, to], index) => ({
    metric: `  ${stage}`,
    value: medianBetween(runs, STAGES[index - 1]?.[1] ?? 'pressed', to) / 1000,
    unit: 's',
  }))

const tellJourney = (who: string, runs: readonly Seen[], limit: number): Measurement[] => [
  {
    metric: `${who}: press to the page of the partner, median of ${RUNS}`,
    value: medianBetween(runs, 'pressed', 'returned') / 1000,
    unit: 's',
    target: { at: 'most', limit },
  },
  ...tellStages(runs),
  { metric: '  link to first screen', value: medianBetween(runs, 'opened', 'start') / 1000, unit: 's' },
]

const tellPaints = (runs: readonly Seen[]): Measurement[] => [
  {
    metric: '300 ms and 50 kB/s: first paint of content',
    value: medianBetween(runs, 'opened', 'first-contentful-paint'),
    unit: 'ms',
  },
  {
    metric: '300 ms and 50 kB/s: first paint of the first screen',
    value: medianBetween(runs, 'opened', 'start'),
    unit: 'ms',
    target: { at: 'most', limit: MAX_FIRST_PAINT_MS },
  },
]

/** One after the other. */
const repeat = async (run: () => Promise<Seen>): Promise<Seen[]> => {
  const runs: Seen[] = []
  while (runs.length < RUNS) runs.push(await run())
  return runs
}

/**
 * From the link to the page of the partner on a slow phone: once for somebody who reads first and once for somebody who
 * presses at once. The face in the clip holds still.
 */
export const measureJourney = async (executablePath: string): Promise<Measurement[]> => {
  const port = await findFreePort()
  const line = await openSlowLine(port, PHONE)
  const site = await openPartnerSite()
  const { origin, redirectUrl } = site
  const bff = await startBff({ port, env: { ...UNLIMITED, PUBLIC_URL: `http://localhost:${line.port}` } })
  const camera = await fakeCamera('portrait', 30)
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...camera.flags] })
  try {
    const partner = await createPartner(bff, site)
    const applicantId = await partner.enrol(await portraitPhoto('ada'))
    const newLink = async () => (await partner.start(applicantId, redirectUrl)).verificationUrl
    const travel = (readingMs: number) =>
      repeat(async () => visit(browser, { link: await newLink(), origin, readingMs }))
    const measurements = [
      ...tellJourney('reads first', await travel(READING_MS), MAX_AFTER_READING_S),
      ...tellJourney('presses at once', await travel(0), MAX_AT_ONCE_S),
    ]
    line.become(BAD_LINE)
    return [...measurements, ...tellPaints(await repeat(async () => look(browser, await newLink())))]
  } finally {
    await browser.close()
    await bff.stop()
    line.close()
    await site.close()
  }
}
