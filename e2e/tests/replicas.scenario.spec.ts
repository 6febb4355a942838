import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { portraitPhoto } from '@visavis/testing/camera'
import {
  findFreePort,
  hasPostgres,
  POSTGRES_MISSING,
} from '../../apps/bff/src/storage/testing/start-postgres.ts'
import { type RunningBff, startBff } from '../../scripts/start-bff.ts'
import { openFreshDatabase } from '../fixtures/fresh-database.ts'
import { openRoundRobin } from '../fixtures/round-robin.ts'
import { askUntilAnswered } from '../fixtures/stubborn-client.ts'
import { expect, test } from '../fixtures/test.ts'

const JOURNEYS = 200
const AT_A_TIME = 4
const KILLS = 5
const DECIDED = 'face_authentication_checks_completed'

interface Event {
  id: string
  type: string
  data: { face_authentication_id: string; status: string }
}

/** The partner's receiver: every delivery, repeats included. */
const openReceiver = async () => {
  const received: Event[] = []
  const server = createServer(async (incoming, outgoing) => {
    received.push((await json(incoming)) as Event)
    outgoing.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { received, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

test('two replicas on one PostgreSQL lose nothing when one is killed at any moment', async () => {
  test.skip(!hasPostgres() && !process.env.TEST_DATABASE_URL && !process.env.CI, POSTGRES_MISSING)
  test.setTimeout(600_000)
  const photos = { ada: await portraitPhoto('ada'), bea: await portraitPhoto('bea') }
  const database = await openFreshDatabase('postgres')
  const balancer = await openRoundRobin()
  const receiver = await openReceiver()
  const start = (port: number): Promise<RunningBff> =>
    startBff({
      port,
      databaseUrl: database.url ?? '',
      env: {
        PUBLIC_URL: balancer.url,
        VISAVIS_MASTER_KEY: masterKey,
        WEBHOOK_ALLOW_PRIVATE: '1',
        RATE_LIMIT_PARTNER: '1000000',
        RATE_LIMIT_ADDRESS: '1000000',
        ENGINE_WORKERS: '1',
        LOG_LEVEL: 'warn',
      },
    })
  const masterKey = randomBytes(32).toString('base64')
  const ports = [await findFreePort(), await findFreePort()]
  balancer.ports.push(...ports.slice(0, 1))
  const replicas: RunningBff[] = []
  for (const port of ports) replicas.push(await start(port))
  balancer.ports.splice(0, 1, ...ports)

  try {
    const [first] = replicas
    if (!first) throw new Error('no replica')
    const { apiKey: token } = first
    const ask = (path: string, body?: object) =>
      askUntilAnswered(balancer.url + path, {
        method: body ? 'POST' : 'GET',
        token,
        ...(body ? { body } : {}),
      })
    const redirectUrl = 'https://partner.example/back'
    const journey = await ask('/user-journeys', {
      name: 'Replicas',
      provider: 'embedded',
      allowed_redirect_urls: [redirectUrl],
      // Two photos come again and again, and half of the journeys end with a decline.
      replay_check: 'off',
      liveness_policy: 'none',
      lockout: null,
    })
    expect(journey.status).toBe(201)
    expect((await ask('/webhook-endpoints', { url: receiver.url, event_types: [DECIDED] })).status).toBe(201)
    const applicant = await ask('/applicants', {})
    const image = photos.ada.toString('base64')
    expect((await ask(`/applicants/${applicant.body.id}/faces`, { image })).status).toBe(201)

    const runJourney = async (person: keyof typeof photos): Promise<string> => {
      const created = await ask('/face-authentications', {
        applicant_id: applicant.body.id,
        user_journey_id: journey.body.id,
      })
      const { id } = created.body
      const attempt = await ask(`/face-authentications/${id}/attempts`, { redirect_url: redirectUrl })
      const captureToken = new URL(attempt.body._links.verification_url.href).hash.slice(1)
      const capture = (method: 'GET' | 'POST' | 'PUT', path: string, body?: Uint8Array<ArrayBuffer>) =>
        askUntilAnswered(`${balancer.url}/capture/${path}`, {
          method,
          token: captureToken,
          ...(body ? { body } : {}),
        })
      expect((await capture('GET', 'session')).body.link).toBe('open')
      expect((await capture('POST', 'consent')).body.next).toBe('capture')
      await capture('PUT', 'selfie', new Uint8Array(photos[person]))
      // Whatever became of that answer: what counts is what the server says now.
      expect((await capture('GET', 'next')).body.next).toBe('done')
      return id
    }

    const decisions = new Map<string, string>()
    let begun = 0
    let killed = 0
    const killAfter = Array.from({ length: KILLS }, () => randomInt(1, JOURNEYS)).sort((a, b) => a - b)
    const workThrough = async (): Promise<void> => {
      while (begun < JOURNEYS) {
        const person = begun++ % 2 === 0 ? 'ada' : 'bea'
        decisions.set(await runJourney(person), person === 'ada' ? 'approved' : 'declined')
      }
    }
    const killNowAndThen = async (): Promise<void> => {
      for (const moment of killAfter) {
        await expect.poll(() => begun, { timeout: 500_000 }).toBeGreaterThanOrEqual(moment)
        const which = randomInt(2)
        await replicas[which]?.kill()
        killed += 1
        replicas[which] = await start(ports[which] ?? 0)
      }
    }
    await Promise.all([killNowAndThen(), ...Array.from({ length: AT_A_TIME }, workThrough)])
    expect(killed).toBe(KILLS)
    expect(decisions.size).toBe(JOURNEYS)

    for (const [id, expected] of decisions) {
      expect((await ask(`/face-authentications/${id}`)).body.status, id).toBe(expected)
    }

    // Decided once: one event a face authentication, whoever was killed meanwhile.
    const events: Event[] = []
    for (let path = '/events?skip=0&limit=100'; path; ) {
      const { body } = await ask(path)
      events.push(...body.data)
      path = body._links.next?.href.slice(balancer.url.length)
    }
    const decided = events.filter(({ type }) => type === DECIDED)
    expect(decided.map(({ data }) => data.face_authentication_id).toSorted()).toEqual(
      [...decisions.keys()].toSorted(),
    )

    // Delivered at least once: a delivery that died with its process is taken up again within two minutes.
    await expect
      .poll(() => new Set(receiver.received.map(({ id }) => id)).size, { timeout: 180_000 })
      .toBe(JOURNEYS)
    expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set(decided.map(({ id }) => id)))
  } finally {
    for (const replica of replicas) await replica.stop()
    receiver.server.close()
    await balancer.close()
    await database.remove()
  }
})
