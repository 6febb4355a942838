import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { serve } from '@hono/node-server'
import { describe, expect, it, vi } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps

const open = (path: string, apiKey = test.partner.apiKey, method = 'GET') =>
  test.app.request(path, { method, headers: { authorization: `Bearer ${apiKey}` } })
/** Whether there is room for that many, and leaves it as it was. */
const openTwo = async () => {
  const answers = [await open('/faces?format=csv'), await open('/faces?format=csv')]
  for (const { body } of answers) await body?.cancel()
  return answers.map(({ status }) => status)
}
const entries = async () => (await partner.get('/audit-events?limit=100')).body.data
const newestExport = async () =>
  (await entries()).find(({ action }: { action: string }) => action.endsWith('.export'))

const applicantId = await partner.createApplicant({
  external_applicant_id: 'customer, 7',
  external_applicant_name: '=HYPERLINK("https://evil.example")',
  email: 'ada@example.com',
})
await partner.enrol(applicantId)
const { authenticationId, attemptId } = await partner.finishAttempt(applicantId)

describe('a list as a file', () => {
  it('has the columns of its name, and no cell is a formula', async () => {
    const { headers, body } = await partner.get('/applicants?format=csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="applicants.csv"')
    expect(headers.get('cache-control')).toBe('no-store')
    const [head, line, end] = body.split('\r\n')
    expect(head).toBe('id,created_on,modified_on,external_applicant_id,external_applicant_name,email')
    expect(line.replaceAll(/\d{4}-[\w:-]+Z/g, '<time>')).toBe(
      `${applicantId},<time>,<time>,"customer, 7","'=HYPERLINK(""https://evil.example"")",ada@example.com`,
    )
    expect(end).toBe('')
  })

  it.each(['/applicants', '/face-authentications', '/attempts', '/faces', '/events'])(
    '%s: line by line what the list shows, without addresses',
    async (path) => {
      const { headers, body } = await partner.get(`${path}?format=ndjson`)
      expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
      const lines: string[] = body.split('\n').slice(0, -1)
      const { data } = (await partner.get(`${path}?limit=100`)).body
      expect(lines.map((line) => JSON.parse(line))).toEqual(
        data.map(({ _links: _, face: __, ...row }: Record<string, unknown>) => row),
      )
      expect(lines.length).toBeGreaterThan(0)
      expect(body).not.toContain('signature=')
      const csv: string = (await partner.get(`${path}?format=csv`)).body
      expect(csv.split('\r\n')).toHaveLength(lines.length + 2)
    },
  )

  it('holds what the filters ask for', async () => {
    const { body } = await partner.get('/attempts?format=csv&status=completed')
    expect(body).toContain(`${attemptId},`)
    expect(body).toContain(`,${authenticationId},${applicantId},completed,10000,`)
    expect((await partner.get('/attempts?format=csv&status=expired')).body.split('\r\n')).toHaveLength(2)
  })

  it.each([
    ['format=xlsx', ['format__invalid_format']],
    ['format=csv&limit=10&cursor=x', ['cursor__invalid_format']],
    ['format=csv&limit=10', ['limit__conflict']],
    ['format=csv&colour=red', ['colour__unknown']],
  ])('%s: 422 %j', async (query, codes) => {
    const answer = await partner.get(`/applicants?${query}`)
    expect(answer).toMatchObject({ status: 422, body: { error_codes: codes } })
  })

  it('is an entry in the audit log, a page is none', async () => {
    const before = (await entries()).length
    await partner.get('/faces')
    await partner.get('/faces?format=csv&limit=1')
    expect(await entries()).toHaveLength(before)
    await partner.get('/faces?format=csv')
    const entry = await newestExport()
    expect(entry).toMatchObject({ action: 'face.export', actor: { type: 'key' }, subject: { type: 'face' } })
    expect(entry.subject).not.toHaveProperty('id')
  })

  it('stays here where the audit log takes no entry', async () => {
    const insert = vi.spyOn(database.auditEvents, 'insert').mockRejectedValueOnce(new Error('disk full'))
    const answer = await partner.get('/applicants?format=csv')
    insert.mockRestore()
    expect(answer.status).toBe(500)
    expect((await partner.get('/applicants?format=csv')).status).toBe(200)
  })

  it('shows nothing of another tenant', async () => {
    const stranger = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
    const client = createPartnerClient(test, stranger.apiKey)
    for (const path of ['/applicants', '/face-authentications', '/attempts', '/faces', '/events']) {
      expect((await client.get(`${path}?format=ndjson`)).body, path).toBe('')
    }
  })
})

describe('files at once', () => {
  it('are two of a tenant; the next one waits until one has ended, or its reader has gone', async () => {
    const stranger = await setUpTenant(database, { name: 'Third', provider: 'embedded' }, new Date())
    const [first, second] = [await open('/applicants?format=csv'), await open('/faces?format=csv')]
    const third = await partner.get('/events?format=csv')
    expect(third).toMatchObject({ status: 429, body: { error_codes: ['export_limit_reached'] } })
    expect(third.headers.get('retry-after')).toBe('10')
    expect((await partner.get('/events')).status).toBe(200)
    await (await open('/applicants?format=csv', stranger.apiKey)).text()
    await first.text()
    const fourth = await open('/events?format=csv')
    expect(fourth.status).toBe(200)
    expect((await open('/applicants?format=csv')).status).toBe(429)
    await second.body?.cancel()
    await fourth.body?.cancel()
    for (let count = 0; count < 3; count += 1) {
      expect((await open('/events?format=csv', undefined, 'HEAD')).status).toBe(200)
    }
    for (const format of ['csv', 'ndjson']) await (await open(`/events?format=${format}`)).text()
  })

  it('end with their reader on a real connection', async () => {
    const server = serve({ fetch: test.app.fetch, port: 0 })
    const { list } = database.applicants
    try {
      await once(server, 'listening')
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      const { rows } = await list(test.partner.tenantId, {}, { limit: 1 })
      // One without an end, which comes from elsewhere as from a database: meanwhile others have their turn.
      database.applicants.list = async () => {
        await nextTurn()
        return { rows, next: { createdOn: new Date(), id: applicantId } }
      }
      const leaving = Array.from({ length: 2 }, async () => {
        const abort = new AbortController()
        const answer = await fetch(`http://127.0.0.1:${port}/applicants?format=csv`, {
          headers: { authorization: `Bearer ${test.partner.apiKey}` },
          signal: abort.signal,
        })
        await answer.body?.getReader().read()
        return abort
      })
      const readers = await Promise.all(leaving)
      expect((await open('/faces?format=csv')).status).toBe(429)
      for (const reader of readers) reader.abort()
      await expect.poll(openTwo).toEqual([200, 200])
    } finally {
      database.applicants.list = list
      server.close()
    }
  })

  it('break off where the database does, and leave their place', async () => {
    const { list } = database.applicants
    const next = { createdOn: new Date(), id: applicantId }
    const spy = vi.spyOn(database.applicants, 'list')
    for (let count = 0; count < 3; count += 1) {
      spy.mockImplementationOnce(async (...asked) => ({ ...(await list(...asked)), next }))
      spy.mockRejectedValueOnce(new Error('connection lost'))
      const answer = await open('/applicants?format=csv')
      expect(answer.status).toBe(200)
      await expect(answer.text()).rejects.toThrow('connection lost')
    }
    spy.mockRestore()
    expect(test.log.text).toContain('connection lost')
  })
})

it('of 50 000 rows no more are in memory than a reader has room for', { timeout: 30_000 }, async () => {
  const { list } = database.applicants
  const [row] = (await list(test.partner.tenantId, {}, { limit: 1 })).rows
  if (!row) throw new Error('there is nobody')
  let asked = 0
  // No spy: it would keep what it gave.
  database.applicants.list = async (_, __, { limit }) => {
    asked += limit
    const name = () => `${asked} ${'x'.repeat(200)}`
    const rows = Array.from({ length: limit }, () => ({ ...row, externalApplicantName: name() }))
    return { rows, next: asked < 50_000 ? { createdOn: row.createdOn, id: row.id } : undefined }
  }
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const reader = (await open('/applicants?format=ndjson')).body?.getReader()
  if (!reader) throw new Error('there is no file')
  await reader.read()
  await nextTurn()
  // Nobody takes the rest away, so nobody asks for it.
  expect(asked).toBeLessThanOrEqual(1500)
  collect()
  const measure = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = measure()
  let [bytes, most, chunks] = [0, 0, 0]
  for (let turn = await reader.read(); !turn.done; turn = await reader.read()) {
    bytes += turn.value.byteLength
    chunks += 1
    if (chunks % 25 !== 0) continue
    collect()
    most = Math.max(most, measure() - before)
  }
  database.applicants.list = list
  expect(asked).toBe(50_000)
  expect(bytes).toBeGreaterThan(15_000_000)
  // A page or two: all of it as text would be more than twice that, as rows far more.
  expect(most).toBeLessThan(6_000_000)
})
