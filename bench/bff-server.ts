/**
 * The built server beside a bare Hono route that does one insert or one pipe, each in a process of its own, in turn;
 * and its memory with 200 uploads of 5 MB under way.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { Agent } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findFreePort } from '../apps/bff/src/storage/testing/start-postgres.ts'
import { startBff } from '../scripts/start-bff.ts'
import { type Call, type Load, runLoad, send } from './load.ts'
import { MEGABYTE, readMemory } from './read-memory.ts'
import { type Measurement, percentile } from './report.ts'
import { UNLIMITED } from './unlimited.ts'

export const CONCURRENCY = 8
const ROUNDS = 3
const CALLS_A_ROUND = 400
const UPLOADS_A_ROUND = 24
const UPLOADS_UNDER_WAY = 200
const PICTURE_BYTES = 5 * MEGABYTE
/** `UPLOAD_MEMORY_MB`, as it is by default. */
const MEMORY_BYTES = 64 * MEGABYTE

/** Begins as a JPEG and is none: everything is done but the comparison. */
const unreadable = Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(PICTURE_BYTES - 4, 'x')])

/** How much of a bare route's rate is wanted. */
const LEAST = {
  pglite: { createAuthentication: 0.35, createAttempt: 0.2, selfie: 0.8 },
  postgres: { createAuthentication: 0.5, createAttempt: 0.3, selfie: 0.8 },
}

/** Ours and the bare one, both on the database in `databaseUrl`, or each on a PGlite of its own. */
const startServers = async (databaseUrl: string | undefined) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  const metricsPort = await findFreePort()
  const bff = await startBff({
    ...(databaseUrl ? { databaseUrl } : {}),
    env: {
      ...UNLIMITED,
      METRICS_PORT: String(metricsPort),
    },
  })
  const bare = spawn(
    process.execPath,
    [new URL('bare-server.ts', import.meta.url).pathname, dataDir, ...(databaseUrl ? [databaseUrl] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [announced] = await once(bare.stdout, 'data')
  const bareUrl = `http://127.0.0.1:${Number(String(announced))}`

  const agent = new Agent({ keepAlive: true })
  const partnerHeaders = { authorization: `Bearer ${bff.apiKey}`, 'content-type': 'application/json' }
  const toCall = (path: string, body: object): Call => ({
    method: 'POST',
    url: bff.url + path,
    headers: partnerHeaders,
    body: JSON.stringify(body),
  })
  const ask = async (path: string, body: object) => JSON.parse(await send(agent, toCall(path, body)))
  const redirect = { redirect_url: `${bff.url}/demo/return` }

  return {
    bff,
    bareUrl,
    agent,
    toCall,
    ask,
    redirect,
    /** A link of an enrolment, opened and agreed to: it needs no face on file. */
    openLink: async (): Promise<string> => {
      const { id } = await ask('/applicants', {})
      const { _links } = await ask(`/applicants/${id}/face-enrollments`, redirect)
      const token = new URL(_links.verification_url.href).hash.slice(1)
      const headers = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin' }
      await send(agent, { method: 'GET', url: `${bff.url}/capture/session`, headers, body: '' })
      await send(agent, { method: 'POST', url: `${bff.url}/capture/consent`, headers, body: '' })
      return token
    },
    readMemory: () => readMemory(metricsPort),
    stop: async () => {
      agent.destroy()
      bare.kill()
      await bff.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
type Servers = Awaited<ReturnType<typeof startServers>>

const toUpload = (url: string, token: string): Call => ({
  method: 'PUT',
  url: `${url}/capture/selfie`,
  headers: {
    authorization: `Bearer ${token}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'image/jpeg',
  },
  body: unreadable,
})

/** Both in turn, so that a busy machine slows both; the first round warms up. */
const compare = async (
  { name, least }: { name: string; least: number },
  ours: () => Promise<Call[]>,
  theirs: Call,
): Promise<Measurement[]> => {
  const [mine, bareOnes]: [Load[], Load[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const calls = await ours()
    const own = await runLoad(calls, CONCURRENCY)
    const other = await runLoad(
      calls.map(() => theirs),
      CONCURRENCY,
    )
    if (round === 0) continue
    mine.push(own)
    bareOnes.push(other)
  }
  const rate = (loads: Load[]) =>
    percentile(
      loads.map(({ perSecond }) => perSecond),
      0.5,
    )
  const p99 = (loads: Load[]) =>
    percentile(
      loads.flatMap(({ times }) => times),
      0.99,
    )
  return [
    {
      metric: `${name}, requests/s`,
      value: rate(mine),
      unit: '',
      reference: rate(bareOnes),
      target: { at: 'least', limit: least, of: 'ratio' },
    },
    { metric: `${name}, p99`, value: p99(mine), unit: 'ms', reference: p99(bareOnes) },
  ]
}

/** Files of at least 4.9 MB in the server's spool. */
const countSpooled = async (dataDir: string): Promise<number> => {
  const entries = await readdir(join(dataDir, 'spool'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return sizes.filter((size) => size > 4.9 * 1e6).length
}

/** Each upload but its last kilobyte is sent; then the memory is looked at. */
const measureMemory = async ({ bff, agent, readMemory, openLink }: Servers): Promise<Measurement[]> => {
  const tokens: string[] = []
  for (let count = 0; count < UPLOADS_UNDER_WAY; count += 1) tokens.push(await openLink())
  // A few whole ones: threads and buffers are there before "idle" is measured.
  for (let count = 0; count < 4; count += 1) await send(agent, toUpload(bff.url, await openLink()))
  const idle = await readMemory()
  const port = Number(new URL(bff.url).port)
  const body = unreadable.subarray(0, PICTURE_BYTES - 1024)
  const sockets: Socket[] = []
  let most = 0
  const halfway: number[] = []
  for (const part of [body.subarray(0, PICTURE_BYTES / 2), body.subarray(PICTURE_BYTES / 2)]) {
    for (const [index, token] of tokens.entries()) {
      const isNew = sockets[index] === undefined
      const socket = sockets[index] ?? connect(port, '127.0.0.1')
      sockets[index] = socket
      if (isNew) {
        socket.write(
          `PUT /capture/selfie HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: ${PICTURE_BYTES}\r\n\r\n`,
        )
      }
      if (!socket.write(part)) await once(socket, 'drain')
      if (index % 20 === 0) most = Math.max(most, await readMemory())
    }
    // What is on its way arrives.
    await setTimeout(2000)
    const now = await readMemory()
    most = Math.max(most, now)
    halfway.push(now)
  }
  const underWay = await countSpooled(bff.dataDir)
  for (const socket of sockets) socket.destroy()
  const [half = 0, whole = 0] = halfway
  return [
    { metric: 'memory, idle', value: idle, unit: 'MB' },
    {
      metric: 'uploads on disk under way that are nearly whole',
      value: underWay,
      unit: '',
      // The others are kept in memory.
      target: { at: 'least', limit: UPLOADS_UNDER_WAY - Math.floor(MEMORY_BYTES / PICTURE_BYTES) },
    },
    {
      metric: `memory above idle, ${UPLOADS_UNDER_WAY} × 5 MB under way, most`,
      value: most - idle,
      unit: 'MB',
      target: { at: 'most', limit: 200 },
    },
    { metric: '  with half of each sent', value: half - idle, unit: 'MB' },
    { metric: '  with all but 1 kB of each sent', value: whole - idle, unit: 'MB' },
  ]
}

const measureRequests = async (
  { bff, bareUrl, ask, toCall, redirect, openLink }: Servers,
  least: (typeof LEAST)['pglite'],
): Promise<Measurement[]> => {
  const { id: applicantId } = await ask('/applicants', {})
  const newAuthentication = { applicant_id: applicantId, user_journey_id: bff.userJourneyId }
  const insert = (body: object): Call => ({
    method: 'POST',
    url: `${bareUrl}/insert`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const ids: string[] = await Promise.all(
    Array.from(
      { length: CONCURRENCY },
      async () => (await ask('/face-authentications', newAuthentication)).id,
    ),
  )
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index))
  return [
    ...(await compare(
      { name: 'create-authentication', least: least.createAuthentication },
      async () => times(CALLS_A_ROUND, () => toCall('/face-authentications', newAuthentication)),
      insert(newAuthentication),
    )),
    ...(await compare(
      { name: 'create-attempt', least: least.createAttempt },
      async () =>
        times(CALLS_A_ROUND, (index) =>
          toCall(`/face-authentications/${ids[index % ids.length]}/attempts`, redirect),
        ),
      insert(redirect),
    )),
    ...(await compare(
      { name: 'selfie upload of 5 MB, up to the comparison', least: least.selfie },
      async () => {
        const calls: Call[] = []
        for (let count = 0; count < UPLOADS_A_ROUND; count += 1) {
          calls.push(toUpload(bff.url, await openLink()))
        }
        return calls
      },
      { method: 'PUT', url: `${bareUrl}/pipe`, headers: { 'content-type': 'image/jpeg' }, body: unreadable },
    )),
  ]
}

/** @param databaseUrl of a PostgreSQL that nobody else uses; otherwise PGlite */
export const measureServer = async (databaseUrl?: string): Promise<Measurement[]> => {
  const servers = await startServers(databaseUrl)
  try {
    return [
      // First: what the other measurements leave behind would hide it.
      ...(await measureMemory(servers)),
      ...(await measureRequests(servers, LEAST[databaseUrl ? 'postgres' : 'pglite'])),
    ]
  } finally {
    await servers.stop()
  }
}
