import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium } from '@playwright/test'
import { fakeCamera } from '@visavis/testing/camera'
import { BROWSER_FLAGS } from '../scripts/find-chromium.ts'
import { type RunningBff, startBff } from '../scripts/start-bff.ts'
import { type Measurement, percentile } from './report.ts'
import { slowDown } from './slow-down.ts'
import { openSlowLine } from './slow-line.ts'

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

interface Partner {
  url: string
  /** The next time that a browser comes back, ms of the clock. */
  nextReturn(): Promise<number>
  close(): void
}

const openPartner = async (): Promise<Partner> => {
  let arrive = (_at: number): void => undefined
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/back')) arrive(Date.now())
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Partner</title>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/back`,
    nextReturn: () => new Promise((resolve) => (arrive = resolve)),
    close: () => server.close(),
  }
}

const ask = async (bff: RunningBff, method: string, path: string, body: object) => {
  const answer = await fetch(bff.url + path, {
    method,
    headers: { authorization: `Bearer ${bff.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

interface Visit {
  browser: Browser
  link: string
  partner: Partner
  /** How long the person looks at the first screen. */
  readingMs: number
}

/** One journey. @returns what was seen when, ms of the clock */
const visit = async ({ browser, link, partner, readingMs }: Visit): Promise<Seen> => {
  const context = await browser.newContext({ permissions: ['camera'], locale: 'en' })
  try {
    const page = await context.newPage()
    const { read, until } = await slowDown(page, PHONE.rate)
    await page.addInitScript(watchScreens)
    const opened = Date.now()
    await page.goto(link, { waitUntil: 'commit' })
    await until('benchSeen.start !== undefined && document.querySelector(".button-primary") !== null')
    if (readingMs > 0) await setTimeout(readingMs)
    const returned = partner.nextReturn()
    await read('document.querySelector(".button-primary").click()')
    // What the page has seen goes with it: it is read as long as there is a page.
    let seen: Seen = {}
    let isBack = false
    const watching = (async () => {
      while (!isBack) {
        seen = { ...seen, ...((await read<Seen | undefined>('self.benchSeen').catch(() => undefined)) ?? {}) }
        await setTimeout(POLLING_MS)
      }
    })()
    const back = await returned
    isBack = true
    await watching
    return { ...seen, opened, returned: back }
  } finally {
    await context.close()
  }
}

/**
 * From the link to the page of the partner on a slow phone, every journey in a browser that has nothing of ours: once
 * for somebody who reads first and once for somebody who presses at once. The face in the clip holds still.
 */
export const measureJourney = async (executablePath: string): Promise<Measurement[]> => {
  const port = await findFreePort()
  const line = await openSlowLine(port, PHONE)
  const partner = await openPartner()
  const bff = await startBff({
    port,
    env: {
      PUBLIC_URL: `http://localhost:${line.port}`,
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PARTNER: '0',
      RATE_LIMIT_CAPTURE: '0',
      RATE_LIMIT_ADDRESS: '0',
    },
  })
  const camera = await fakeCamera('portrait', 30)
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...camera.flags] })
  try {
    const { id: userJourneyId } = await ask(bff, 'POST', '/user-journeys', {
      name: 'Journey',
      provider: 'embedded',
      allowed_redirect_urls: [partner.url],
      // Everybody sees the same clip, and its face holds still.
      replay_check: 'off',
      liveness_policy: 'none',
    })
    const newLink = async (): Promise<string> => {
      const { id } = await ask(bff, 'POST', '/applicants', {})
      const { _links } = await ask(bff, 'POST', `/applicants/${id}/face-enrollments`, {
        redirect_url: partner.url,
        user_journey_id: userJourneyId,
      })
      return _links.verification_url.href
    }
    const measure = async (readingMs: number): Promise<Seen[]> => {
      const runs: Seen[] = []
      for (let run = 0; run < RUNS; run += 1) {
        runs.push(await visit({ browser, link: await newLink(), partner, readingMs }))
      }
      return runs
    }
    const measurements: Measurement[] = []
    for (const [who, readingMs, limit] of [
      ['reads first', READING_MS, MAX_AFTER_READING_S],
      ['presses at once', 0, MAX_AT_ONCE_S],
    ] as const) {
      const runs = await measure(readingMs)
      const between = (from: string, to: string): number =>
        percentile(
          runs.map((seen) => ((seen[to] ?? Number.NaN) - (seen[from] ?? Number.NaN)) / 1000),
          0.5,
        )
      measurements.push({
        metric: `${who}: press to the page of the partner, median of ${RUNS}`,
        value: between('pressed', 'returned'),
        unit: 's',
        target: { at: 'most', limit },
      })
      let from = 'pressed'
      for (const [stage, to] of STAGES) {
        measurements.push({ metric: `  ${stage}`, value: between(from, to), unit: 's' })
        from = to
      }
      if (readingMs === 0) {
        measurements.push({ metric: '  link to first screen', value: between('opened', 'start'), unit: 's' })
      }
    }
    line.become(BAD_LINE)
    const paints: Seen[] = []
    for (let run = 0; run < RUNS; run += 1) {
      paints.push(await visitStart(browser, await newLink()))
    }
    const paint = (name: string): number =>
      percentile(
        paints.map((seen) => (seen[name] ?? Number.NaN) - (seen.opened ?? Number.NaN)),
        0.5,
      )
    measurements.push(
      {
        metric: '300 ms and 50 kB/s: first paint of content',
        value: paint('first-contentful-paint'),
        unit: 'ms',
      },
      {
        metric: '300 ms and 50 kB/s: first paint of the first screen',
        value: paint('start'),
        unit: 'ms',
        target: { at: 'most', limit: MAX_FIRST_PAINT_MS },
      },
    )
    return measurements
  } finally {
    await browser.close()
    await bff.stop()
    line.close()
    partner.close()
  }
}

const visitStart = async (browser: Browser, link: string): Promise<Seen> => {
  const context = await browser.newContext({ permissions: ['camera'], locale: 'en' })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchScreens)
    const opened = Date.now()
    await page.goto(link, { waitUntil: 'commit' })
    await page.locator('[data-screen=start]').waitFor({ timeout: 60_000 })
    return { ...(await page.evaluate<Seen>('benchSeen')), opened }
  } finally {
    await context.close()
  }
}
