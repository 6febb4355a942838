/**
 * One tenant attacks the built server, and another one's latency stands beside its quiet one: picture bombs, a flood of
 * matches, the erasure of a frequent customer, dead webhook endpoints. Run `pnpm build` first.
 * `node --conditions=source bench/abuse.ts [--only NAME] [--json FILE]`
 */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createPortrait } from '@visavis/vendor-sandbox/portraits'
import { startBff } from '../scripts/start-bff.ts'
import { type Answer, startAttacker } from './attack.ts'
import { createColumnPng, createScanJpeg } from './bombs.ts'
import { readFlag } from './read-flag.ts'
import { type Measurement, percentile, report } from './report.ts'
import { UNLIMITED } from './unlimited.ts'

/** One attack by its name. */
const only = readFlag('--only')
const PROBES = 30
/** Of calls that take milliseconds; meanwhile as many as there is time for. */
const SHORT_PROBES = 300
const FLOOD = 1000
const CUSTOMER_AUTHENTICATIONS = 5000
const DEAD_ENDPOINTS = 3
const EVENTS_TO_THE_DEAD = 60
const MOST_TIMES_QUIET = 2
/** What a picture is answered with that cannot be used. */
const REFUSED = [413, 422]
const CLI = fileURLToPath(new URL('../apps/bff/dist/cli.js', import.meta.url))

interface Tenant {
  apiKey: string
  userJourneyId: string
}

const dataDir = await mkdtemp(join(tmpdir(), 'visavis-abuse-'))
const env = {
  ...UNLIMITED,
  LOG_LEVEL: 'error',
  WEBHOOK_ALLOW_PRIVATE: '1',
}
const setUp = await promisify(execFile)(process.execPath, [CLI, 'setup', '--name', 'Victim'], {
  env: { ...process.env, ...env, DATA_DIR: dataDir, DATABASE_URL: '', VISAVIS_MASTER_KEY: '' },
})
const victim: Tenant = {
  apiKey: /API key +(\S+)/.exec(setUp.stdout)?.[1] ?? '',
  userJourneyId: /User journey +(\S+)/.exec(setUp.stdout)?.[1] ?? '',
}
const bff = await startBff({ dataDir, env })
const attacker: Tenant = bff
const { start, close } = startAttacker()

const attack = (path: string, body: object, lanes: number, count = Number.POSITIVE_INFINITY) =>
  start({ url: bff.url + path, apiKey: attacker.apiKey, body: JSON.stringify(body), lanes, count })

const post = async (tenant: Tenant, path: string, body: object) => {
  const response = await fetch(bff.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${tenant.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: response.status === 204 ? undefined : await response.json() }
}

const postAs = async (status: number, tenant: Tenant, path: string, body: object) => {
  const answer = await post(tenant, path, body)
  if (answer.status !== status) throw new Error(`POST ${path}: ${answer.status}`)
  return answer.body
}

/** An attack that is turned away at the door, or never comes, measures nothing. */
const expectAnswers = (answers: readonly Answer[], statuses: readonly number[]): readonly Answer[] => {
  const other = answers.find(({ status }) => !statuses.includes(status))
  if (other || answers.length === 0) throw new Error(`an attack was answered ${other?.status ?? 'nothing'}`)
  return answers
}

const remove = (tenant: Tenant, path: string) =>
  fetch(bff.url + path, { method: 'DELETE', headers: { authorization: `Bearer ${tenant.apiKey}` } })

/** How long each of `probes` calls takes, one after the other, until `isOver`. */
const probe = async (
  call: () => Promise<unknown>,
  isOver = () => false,
  probes = PROBES,
): Promise<number[]> => {
  const times: number[] = []
  while (times.length < probes && !isOver()) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  return times
}

const p95 = (times: readonly number[]) => percentile(times, 0.95)

const compare = (name: string, under: readonly number[], quiet: readonly number[]): Measurement => ({
  metric: `${name}: another tenant, p95`,
  value: p95(under),
  unit: 'ms',
  reference: p95(quiet),
  target: { at: 'most', limit: MOST_TIMES_QUIET, of: 'ratio' },
})

const [one, other] = await Promise.all([
  createPortrait('anna'),
  createPortrait('anna', { margin: 0.7, width: 500, brightness: 1.15 }),
])
const toPair = (source: Buffer, target: Buffer) => ({
  source_image: source.toString('base64'),
  target_image: target.toString('base64'),
})
const pair = toPair(one, other)
const match = () => postAs(200, victim, '/face-matches', pair)

const measureBombs = async (quiet: readonly number[]): Promise<Measurement[]> => {
  const jpeg = await createScanJpeg(11_632)
  const png = createColumnPng()
  // As many scans as may be: nothing is told by the header.
  const slow = await createScanJpeg(90)
  const bombs = attack('/face-matches', toPair(jpeg, png), 4)
  const underRefused = await probe(match)
  const refused = expectAnswers(await bombs.stop(), REFUSED)
  const work = attack('/face-matches', toPair(slow, one), 1)
  const underDecoded = await probe(match, () => false, 5)
  expectAnswers(await work.stop(), [200, ...REFUSED])
  return [
    compare(`bombs of ${jpeg.length >> 10} and ${png.length >> 10} kB`, underRefused, quiet),
    { metric: '  refused meanwhile', value: refused.length, unit: '' },
    // Work that is not refused takes its turn: no promise but that it ends.
    {
      metric: 'JPEGs of 40 megapixels and 100 scans: another tenant, p95',
      value: p95(underDecoded),
      unit: 'ms',
    },
  ]
}

const measureFlood = async (quiet: readonly number[]): Promise<Measurement[]> => {
  let isOver = false
  const flood = attack('/face-matches', pair, FLOOD, FLOOD).over.finally(() => {
    isOver = true
  })
  const under = await probe(match, () => isOver)
  const answers = expectAnswers(await flood, [0, 200, 429])
  const refused = answers.filter(({ status }) => status === 429)
  return [
    compare(`flood of ${FLOOD} matches`, under, quiet),
    { metric: `  refused with 429, of ${FLOOD}`, value: refused.length, unit: '' },
    { metric: '  connections that broke', value: answers.filter(({ status }) => !status).length, unit: '' },
    {
      metric: '  refused after, median',
      value: percentile(
        refused.map(({ after }) => after),
        0.5,
      ),
      unit: 'ms',
    },
  ]
}

const inParallel = async (count: number, lanes: number, work: () => Promise<unknown>): Promise<void> => {
  let left = count
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (left-- > 0) await work()
    }),
  )
}

const measureErasure = async (): Promise<Measurement[]> => {
  const { id } = await postAs(201, attacker, '/applicants', { email: 'often@people.example' })
  const input = { applicant_id: id, user_journey_id: attacker.userJourneyId }
  await inParallel(CUSTOMER_AUTHENTICATIONS, 8, () => postAs(201, attacker, '/face-authentications', input))
  const read = () => postAs(201, victim, '/applicants', {})
  const quiet = await probe(read, () => false, SHORT_PROBES)
  let isOver = false
  const erasure = attack(`/applicants/${id}/anonymize`, {}, 1, 1).over.finally(() => {
    isOver = true
  })
  const health: number[] = []
  const watch = async () => {
    while (!isOver) {
      const asked = performance.now()
      await fetch(`${bff.url}/health/live`)
      health.push(performance.now() - asked)
      await setTimeout(10)
    }
  }
  const [answers, , under] = await Promise.all([
    erasure,
    watch(),
    probe(read, () => isOver, Number.POSITIVE_INFINITY),
  ])
  const took = expectAnswers(answers, [200])[0]?.after ?? Number.NaN
  return [
    {
      metric: `erasure of ${CUSTOMER_AUTHENTICATIONS} authentications`,
      value: took / 1000,
      unit: 's',
      target: { at: 'most', limit: 10 },
    },
    {
      metric: '  /health/live meanwhile, slowest',
      value: Math.max(...health),
      unit: 'ms',
      target: { at: 'most', limit: 100 },
    },
    compare('  erasure', under, quiet),
  ]
}

const measureDeadEndpoints = async (): Promise<Measurement[]> => {
  const held: Socket[] = []
  const endpoints: { id: string }[] = []
  const dead = createServer((socket) => held.push(socket.on('error', () => undefined))).listen(0, '127.0.0.1')
  const arrivals = new Map<string, number>()
  const receiver = createHttpServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    arrivals.set(JSON.parse(text).data.face_authentication_id, performance.now())
    response.writeHead(200).end()
  }).listen(0, '127.0.0.1')
  await Promise.all([dead, receiver].map((server) => server.listening || once(server, 'listening')))
  const toUrl = (server: { address(): unknown }) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await postAs(201, victim, '/webhook-endpoints', { url: toUrl(receiver) })

  const toEvent = async (tenant: Tenant): Promise<string> => {
    const { id } = await postAs(201, tenant, '/applicants', {})
    const input = { applicant_id: id, user_journey_id: tenant.userJourneyId }
    const { id: authentication } = await postAs(201, tenant, '/face-authentications', input)
    await postAs(201, tenant, `/face-authentications/${authentication}/attempts`, {
      redirect_url: `${bff.url}/demo/return`,
    })
    return authentication
  }
  const deliver = async (): Promise<void> => {
    const { id } = await postAs(201, victim, '/applicants', {})
    const input = { applicant_id: id, user_journey_id: victim.userJourneyId }
    const { id: authentication } = await postAs(201, victim, '/face-authentications', input)
    await postAs(200, victim, `/face-authentications/${authentication}/anonymize`, {})
    while (!arrivals.has(authentication)) await setTimeout(2)
  }
  try {
    const quiet = await probe(deliver)
    for (let count = 0; count < DEAD_ENDPOINTS; count += 1) {
      endpoints.push(await postAs(201, attacker, '/webhook-endpoints', { url: toUrl(dead) }))
    }
    await inParallel(EVENTS_TO_THE_DEAD, 8, () => toEvent(attacker))
    return [compare(`${DEAD_ENDPOINTS} dead webhook endpoints, delivery`, await probe(deliver), quiet)]
  } finally {
    // The next attack is one by itself: its events go nowhere.
    for (const { id } of endpoints) await remove(attacker, `/webhook-endpoints/${id}`)
    for (const socket of held) socket.destroy()
    dead.close()
    receiver.close()
    receiver.closeAllConnections()
  }
}

try {
  await probe(match)
  const quiet = await probe(match)
  const measurements: Measurement[] = []
  for (const [name, measure] of [
    ['bombs', () => measureBombs(quiet)],
    ['flood', () => measureFlood(quiet)],
    ['dead endpoints', measureDeadEndpoints],
    ['erasure', measureErasure],
  ] as const) {
    if (only && only !== name) continue
    process.stderr.write(`${name} …\n`)
    measurements.push(...(await measure()))
  }
  await report('One tenant attacks, another is served', measurements)
} finally {
  close()
  await bff.stop()
  await rm(dataDir, { recursive: true, force: true })
}
