/**
 * The script on a partner's page: its bytes, and how long from its tag to the first screen in the frame on a throttled
 * phone, beside a bare iframe to the same page, in turn. Run `pnpm build` first.
 * `node --conditions=source bench/embed.ts [--json FILE]`
 */
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { portraitPhoto } from '@visavis/testing/camera'
import { createPartner } from '../e2e/fixtures/partner.ts'
import { openPartnerSite } from '../e2e/fixtures/partner-site.ts'
import { BROWSER_FLAGS, findChromium, missingBrowserMessage } from '../scripts/find-chromium.ts'
import { startBff } from '../scripts/start-bff.ts'
import { percentile, report } from './report.ts'

const ROUNDS = 9
/** A phone as Lighthouse has it: 150 ms a round trip, 1.6 Mbit/s down, 0.75 up, four times slower. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const CPU_SLOWDOWN = 4

/** The frame in the page's own process: the throttling of a page reaches no other. */
const ONE_PROCESS = ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process']

const executablePath = await findChromium()
if (!executablePath) throw new Error(missingBrowserMessage())

const toHtml = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title><link rel="icon" href="data:,"><body><script>
const begun = performance.now()
const onReady = () => console.log(performance.now() - begun)</script>${body}`

const LISTEN = `<script>
const frame = document.querySelector('iframe')
const { origin } = new URL(frame.src)
addEventListener('message', ({ source, origin: from, data }) => {
  if (source !== frame.contentWindow || from !== origin || data?.type !== 'ready') return
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data: event }) => event.type === 'capture.ready' && onReady()
  source.postMessage({ visavis: 1, type: 'acknowledge', nonce: data.nonce }, origin, [port2])
})</script>`

const bff = await startBff({ env: { LOG_LEVEL: 'warn', RATE_LIMIT_CAPTURE: '0', RATE_LIMIT_ADDRESS: '0' } })
const site = await openPartnerSite()
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...ONE_PROCESS] })

const throttle = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}

/** From the tag to the first screen, ms; nothing cached. */
const measure = async (url: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    await throttle(page)
    // It says so itself: a look into the page would take of the time it measures, and more of one way than of the other.
    const ready = page.waitForEvent('console', (message) => message.type() === 'log')
    await page.goto(url, { waitUntil: 'commit' })
    return Number((await ready).text())
  } finally {
    await context.close()
  }
}

try {
  const partner = await createPartner(bff, site)
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  const { verificationUrl } = await partner.start(applicantId, site.redirectUrl)
  const frameUrl = verificationUrl.replace('/verify/', '/frame/')
  const byScript = site.serve(
    // As the documentation has it.
    toHtml(`<script src="${bff.url}/visavis.js"></script>
<visavis-capture verification-url="${verificationUrl}"></visavis-capture>
<script>document.querySelector('visavis-capture').addEventListener('capture.ready', () => onReady())</script>`),
  )
  const byIframe = site.serve(
    toHtml(
      `<iframe src="${frameUrl}" allow="camera; fullscreen" width="390" height="600"></iframe>${LISTEN}`,
    ),
  )
  const script: number[] = []
  const bare: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [one, other] = [await measure(byScript), await measure(byIframe)]
    // The first round warms up the server and the disk.
    if (round === 0) continue
    script.push(one)
    bare.push(other)
  }
  const loader = await readFile(new URL('../apps/widget/dist/visavis.js', import.meta.url))
  await report(`Embedding, throttled phone, median of ${ROUNDS}`, [
    {
      metric: 'script, gzip',
      value: gzipSync(loader, { level: 9 }).length,
      unit: 'B',
      target: { at: 'most', limit: 3000 },
    },
    {
      metric: 'from the tag to the first screen, beside a bare iframe',
      value: percentile(script, 0.5),
      unit: 'ms',
      reference: percentile(bare, 0.5),
      target: { at: 'most', limit: 1.1, of: 'ratio' },
    },
  ])
} finally {
  await browser.close()
  await site.close()
  await bff.stop()
}
