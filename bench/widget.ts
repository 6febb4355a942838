/**
 * The capture page in real Chromium, beside a page that does nothing but `detectForVideo` on the same clip in the same
 * run, with the processor as it is and four times slower. Run `pnpm build` first.
 * `node --conditions=source bench/widget.ts [--json FILE]`
 */
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { fakeCamera } from '@visavis/testing/camera'
import { BROWSER_FLAGS, findChromium, missingBrowserMessage } from '../scripts/find-chromium.ts'
import { startBff } from '../scripts/start-bff.ts'
import { openBareLoop } from './bare-loop.ts'
import { type Measurement, percentile, report } from './report.ts'
import { type PageTimes, watchPage } from './watch-page.ts'

const THROTTLING = [1, 4] as const
const FRAMES = 100
const RETAKES = 50
/** By then everything is loaded and every screen was shown. */
const WARM_RETAKES = 10
const MAX_FRAME_RATIO = 1.2
const MAX_TASK_MS = 50
/** Of the heap after the last retake over that after the first ten. */
const MAX_HEAP_RATIO = 1.05
const PATIENCE_MS = 120_000
/** Not by animation frames, Playwright's way: the bare loop leaves it none. */
const POLLING_MS = 250

const executablePath = findChromium()
if (!executablePath) throw new Error(missingBrowserMessage())
const bff = await startBff({
  env: { LOG_LEVEL: 'warn', RATE_LIMIT_PARTNER: '0', RATE_LIMIT_CAPTURE: '0', RATE_LIMIT_ADDRESS: '0' },
})

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
  await page.getByRole('button', { name: 'I agree, start' }).click({ timeout: PATIENCE_MS })
}

const camera = await fakeCamera('portrait')

/** A browser of its own each, so that nothing of one is left for the next. */
const inBrowser = async <T>(measure: (context: BrowserContext) => Promise<T>): Promise<T> => {
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...camera.flags] })
  try {
    return await measure(await browser.newContext({ permissions: ['camera'], locale: 'en' }))
  } finally {
    await browser.close()
  }
}

const slowDown = async (context: BrowserContext, page: Page, rate: number): Promise<CDPSession> => {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}

const measureOwn = async (context: BrowserContext, rate: number): Promise<PageTimes> => {
  const page = await context.newPage()
  await slowDown(context, page, rate)
  await page.addInitScript(watchPage)
  await begin(page)
  const read = () => page.evaluate(() => (globalThis as unknown as { benchTimes: PageTimes }).benchTimes)
  await page.waitForFunction(
    (count) => (globalThis as unknown as { benchTimes: PageTimes }).benchTimes.frames.length >= count,
    FRAMES,
    { timeout: PATIENCE_MS, polling: POLLING_MS },
  )
  const times = await read()
  await page.close()
  return times
}

const measureBare = async (context: BrowserContext, rate: number): Promise<number[]> => {
  const bare = await context.newPage()
  await slowDown(context, bare, rate)
  await openBareLoop(bare, bff.url)
  await bare.waitForFunction(
    (count) => ((globalThis as unknown as { bareFrames?: number[] }).bareFrames?.length ?? 0) >= count,
    FRAMES,
    { timeout: PATIENCE_MS, polling: POLLING_MS },
  )
  const frames = await bare.evaluate(() => (globalThis as unknown as { bareFrames: number[] }).bareFrames)
  await bare.close()
  return frames
}

const compareFrames = async (rate: number): Promise<Measurement[]> => {
  const times = await inBrowser((context) => measureOwn(context, rate))
  const bareFrames = await inBrowser((context) => measureBare(context, rate))

  // The first frames of either compile and warm up.
  const [own, other] = [times.frames.slice(FRAMES / 5), bareFrames.slice(FRAMES / 5)]
  const frame = (name: string, p: number): Measurement => ({
    metric: `${rate}×: a frame, ${name} (reference: bare detectForVideo)`,
    value: percentile(own, p),
    unit: 'ms',
    reference: percentile(other, p),
    target: { at: 'most', limit: MAX_FRAME_RATIO, of: 'ratio' },
  })
  return [
    {
      metric: `${rate}×: navigation to preview, one press included`,
      value: times.previewAt ?? Number.NaN,
      unit: 'ms',
    },
    {
      metric: `${rate}×: navigation to first analysed frame`,
      value: times.firstAnalysedAt ?? Number.NaN,
      unit: 'ms',
    },
    frame('p50', 0.5),
    frame('p95', 0.95),
    {
      metric: `${rate}×: longest task of the page after the preview`,
      value: Math.max(0, ...times.longTasks),
      unit: 'ms',
      target: { at: 'most', limit: MAX_TASK_MS },
    },
  ]
}

const measureHeap = async (context: BrowserContext): Promise<Measurement> => {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20
  }
  await page.route('**/capture/selfie', (route) =>
    route.fulfill({ json: { next: 'retry', reasons: ['face_blurry'] } }),
  )
  await begin(page)
  let warm = Number.NaN
  for (let retake = 1; retake <= RETAKES; retake += 1) {
    await page.getByTestId('screen-retry').waitFor({ timeout: PATIENCE_MS })
    if (retake === WARM_RETAKES) warm = await heap()
    if (retake < RETAKES) await page.getByRole('button', { name: 'Try again' }).click()
  }
  const value = await heap()
  await page.close()
  return {
    metric: `heap of the page after ${RETAKES} retakes (reference: after ${WARM_RETAKES})`,
    value,
    unit: 'MB',
    reference: warm,
    target: { at: 'most', limit: MAX_HEAP_RATIO, of: 'ratio' },
  }
}

const setThresholds = (thresholds: object) =>
  ask('PATCH', `/user-journeys/${bff.userJourneyId}`, { thresholds })

try {
  const measurements: Measurement[] = []
  // A face that is never near enough: looked at in full, frame by frame, and never taken.
  await setThresholds({ head_too_small: { enter: 0.38, leave: 0.39 } })
  for (const rate of THROTTLING) measurements.push(...(await compareFrames(rate)))
  await setThresholds({})
  measurements.push(await inBrowser(measureHeap))
  await report('The capture page in Chromium', measurements)
} finally {
  await bff.stop()
}
