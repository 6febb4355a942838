/**
 * Selfies of 5 MB on their way to a vendor: from the browser through the built server, consent, storage and verdict
 * included, beside a bare Node pipe to the same vendor's sandbox, in turn; and the server's memory meanwhile. Then
 * selfies of 400 kB from a phone, one at a time: how long a person waits for us. Run `pnpm build` first. `node --conditions=source bench/proxy.ts [--json FILE]`
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { portraitPhoto } from '@visavis/testing/camera'
import { findFreePort } from '../apps/bff/src/storage/testing/start-postgres.ts'
import { startBff } from '../scripts/start-bff.ts'
import { type Call, type Load, runLoad, send } from './load.ts'
import { sendSlowly } from './phone.ts'
import { MEGABYTE, readMemory } from './read-memory.ts'
import { type Measurement, percentile, report } from './report.ts'
import { UNLIMITED } from './unlimited.ts'

const AT_A_TIME = [1, 50, 200]
const ROUNDS = 3
const MIN_CALLS = 24
const LOOK_MS = 100
/** Begins as a JPEG and is none: the vendor's sandbox here looks no further, and neither does anybody on the way. */
const SELFIE = Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(5 * MEGABYTE - 4, 'x')])
/** What the page sends. */
const PHONE_SELFIE = SELFIE.subarray(0, 400_000)
const PHONE_ROUNDS = 25
const PHONE_WARM_UPS = 5
/** Looked at when it is enrolled. */
const REFERENCE = await portraitPhoto('ada')

const start = async (file: string, args: string[] = []): Promise<{ child: ChildProcess; line: string }> => {
  const path = new URL(file, import.meta.url).pathname
  const child = spawn(process.execPath, ['--conditions=source', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('no output')
  const [line] = await once(child.stdout, 'data')
  return { child, line: String(line) }
}

const metricsPort = await findFreePort()
const bff = await startBff({
  env: {
    ...UNLIMITED,
    METRICS_PORT: String(metricsPort),
    VENDOR_ALLOW_PRIVATE: '1',
  },
})
const vendor = await start('proxy-vendor.ts')
const settings: Record<string, string> = JSON.parse(vendor.line)
/** Of the comparison that ended last, as the vendor saw it. */
let atVendor = { receivedOn: 0, answeredOn: 0 }
if (vendor.child.stdout) {
  createInterface(vendor.child.stdout).on('line', (line) => {
    atVendor = JSON.parse(line)
  })
}

const agent = new Agent({ keepAlive: true })
const ask = async (path: string, body: object, method = 'POST') => {
  const headers = { authorization: `Bearer ${bff.apiKey}`, 'content-type': 'application/json' }
  return JSON.parse(await send(agent, { method, url: bff.url + path, headers, body: JSON.stringify(body) }))
}

const fetchToken = async (): Promise<string> => {
  const { client_id = '', client_secret = '', token_url = '' } = settings
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
  const answer = await fetch(token_url, { method: 'POST', body })
  return ((await answer.json()) as { access_token: string }).access_token
}
const bare = await start('bare-proxy.ts', [
  `${settings.base_url}/api/v1/face/match`,
  await fetchToken(),
  REFERENCE.toString('base64'),
])

const REDIRECT = { redirect_url: `${bff.url}/demo/return` }
const createJourney = async (retentionDays: number): Promise<string> => {
  const { id } = await ask('/user-journeys', {
    name: 'Bench',
    provider: 'uqudo',
    provider_settings: settings,
    allowed_redirect_urls: [bff.url],
    retention_days: retentionDays,
    // Every selfie is the same one, and all are one person's.
    replay_check: 'off',
    lockout: null,
  })
  return id
}
const JOURNEYS = { passedOn: await createJourney(0), kept: await createJourney(30) }
const { id: applicantId } = await ask('/applicants', {})
await ask(`/applicants/${applicantId}/faces`, {
  image: REFERENCE.toString('base64'),
  user_journey_id: JOURNEYS.passedOn,
})

/** A link, opened and agreed to. */
const openLink = async (journeyId: string): Promise<Call> => {
  const { id } = await ask('/face-authentications', {
    applicant_id: applicantId,
    user_journey_id: journeyId,
  })
  const { _links } = await ask(`/face-authentications/${id}/attempts`, REDIRECT)
  const token = new URL(_links.verification_url.href).hash.slice(1)
  const headers = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin' }
  await send(agent, { method: 'GET', url: `${bff.url}/capture/session`, headers, body: '' })
  await send(agent, { method: 'POST', url: `${bff.url}/capture/consent`, headers, body: '' })
  return {
    method: 'PUT',
    url: `${bff.url}/capture/selfie`,
    headers: { ...headers, 'content-type': 'image/jpeg' },
    body: SELFIE,
  }
}
const piped: Call = {
  method: 'PUT',
  url: `http://127.0.0.1:${Number(bare.line)}`,
  headers: { 'content-type': 'image/jpeg' },
  body: SELFIE,
}

/** The load, and the most memory the server had meanwhile. */
const runWatched = async (calls: Call[], concurrency: number): Promise<{ load: Load; peak: number }> => {
  let peak = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await readMemory(metricsPort))
      await setTimeout(LOOK_MS)
    }
  })()
  const loading = runLoad(calls, concurrency).finally(() => {
    isOver = true
  })
  const [load] = await Promise.all([loading, watching])
  return { load, peak }
}

/** A person on the phone, one after the other, whose journey keeps pictures. */
const measurePhone = async (): Promise<Measurement[]> => {
  const [toVendor, beyondVendor]: [number[], number[]] = [[], []]
  for (let round = -PHONE_WARM_UPS; round < PHONE_ROUNDS; round += 1) {
    const call = { ...(await openLink(JOURNEYS.kept)), body: PHONE_SELFIE }
    const { lastByteOn, answeredOn } = await sendSlowly(call)
    // The vendor's line comes by another way than its answer.
    while (atVendor.receivedOn < lastByteOn) await setTimeout(1)
    if (round < 0) continue
    toVendor.push(atVendor.receivedOn - lastByteOn)
    beyondVendor.push(answeredOn - lastByteOn - (atVendor.answeredOn - atVendor.receivedOn))
  }
  const atMost = (limit: number) => ({ at: 'most', limit }) as const
  return [
    {
      metric: 'phone, last byte in to last byte at the vendor, p50',
      value: median(toVendor),
      unit: 'ms',
      target: atMost(60),
    },
    { metric: '  p95', value: percentile(toVendor, 0.95), unit: 'ms' },
    {
      metric: 'phone, last byte in to the answer, without the vendor, p50',
      value: median(beyondVendor),
      unit: 'ms',
      target: atMost(100),
    },
    { metric: '  p95', value: percentile(beyondVendor, 0.95), unit: 'ms' },
  ]
}

const median = (values: number[]): number => percentile(values, 0.5)

const openLinks = async (journeyId: string, count: number): Promise<Call[]> => {
  const calls: Call[] = []
  for (let made = 0; made < count; made += 1) calls.push(await openLink(journeyId))
  return calls
}

const measure = async (concurrency: number, idle: number): Promise<Measurement[]> => {
  const count = Math.max(MIN_CALLS, concurrency)
  const rates = { passedOn: [] as number[], kept: [] as number[], piped: [] as number[] }
  const peaks: number[] = []
  let refused = 0
  // All in turn, so that a busy machine slows all; the first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [links, keptLinks] = [
      await openLinks(JOURNEYS.passedOn, count),
      await openLinks(JOURNEYS.kept, count),
    ]
    const passedOn = await runWatched(links, concurrency)
    const bareLoad = await runLoad(
      links.map(() => piped),
      concurrency,
    )
    const kept = await runWatched(keptLinks, concurrency)
    if (round === 0) continue
    rates.passedOn.push(passedOn.load.perSecond)
    rates.kept.push(kept.load.perSecond)
    rates.piped.push(bareLoad.perSecond)
    peaks.push(passedOn.peak, kept.peak)
    refused += passedOn.load.refused + kept.load.refused
  }
  const reference = median(rates.piped)
  return [
    {
      metric: `${concurrency} at a time, passed on, selfies/s`,
      value: median(rates.passedOn),
      unit: '',
      reference,
      // One at a time it is the waiting that people feel, not the rate: see the phone's rows.
      ...(concurrency === 1 ? {} : { target: { at: 'least', limit: 0.8, of: 'ratio' } as const }),
    },
    {
      metric: `${concurrency} at a time, kept as well, selfies/s`,
      value: median(rates.kept),
      unit: '',
      reference,
    },
    { metric: `${concurrency} at a time, told to try again`, value: refused, unit: '' },
    {
      metric: `${concurrency} at a time, memory above idle, most`,
      value: Math.max(...peaks) - idle,
      unit: 'MB',
      target: { at: 'most', limit: 200 },
    },
  ]
}

try {
  // Once: buffers and connections are there before "idle" is measured.
  for (let count = 0; count < 4; count += 1) await send(agent, await openLink(JOURNEYS.kept))
  const idle = await readMemory(metricsPort)
  const measurements: Measurement[] = [{ metric: 'memory, idle', value: idle, unit: 'MB' }]
  measurements.push(...(await measurePhone()))
  for (const concurrency of AT_A_TIME) measurements.push(...(await measure(concurrency, idle)))
  await report('Selfies of 5 MB to a vendor that takes base64 in JSON', measurements)
} catch (failure) {
  process.stderr.write(bff.output())
  throw failure
} finally {
  agent.destroy()
  for (const { child } of [bare, vendor]) child.kill()
  await bff.stop()
}
