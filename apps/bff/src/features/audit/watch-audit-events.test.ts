import { beforeEach, expect, it, vi } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { setUpTenant } from '../access/index.ts'

const { test } = await openTestApp()

let apiKey: string
let partner: ReturnType<typeof createPartnerClient>
/** Entries that setting a partner up wrote. */
let before: number
beforeEach(async () => {
  const owner = await setUpTenant(test.deps.database, { name: 'Watched', provider: 'embedded' }, new Date())
  apiKey = owner.apiKey
  partner = createPartnerClient({ app: test.app, partner: owner })
  before = (await partner.get('/audit-events')).body.data.length
})

const follow = (last?: string) =>
  test.app.request('/audit-events/stream', {
    headers: { authorization: `Bearer ${apiKey}`, ...(last === undefined ? {} : { 'last-event-id': last }) },
  })

/** The entries of a whole stream. */
const read = async (response: Response) =>
  [...(await response.text()).matchAll(/event: audit_event\ndata: (.*)\nid: (\d+)\n/g)].map(
    ([, data = '', id]) => ({ ...JSON.parse(data), id: undefined, eventId: Number(id) }),
  )

const change = () => partner.post('/api-keys', { scopes: ['match'] })

it('tells whoever follows what is written from now on', async () => {
  await change()
  const stream = await follow()
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  const entries = read(stream)
  await change()
  expect(await entries).toMatchObject([{ action: 'key.create', number: before + 2, eventId: before + 2 }])
})

it('goes on behind the last one that they had, in order and without a gap', async () => {
  for (let count = 0; count < 3; count += 1) await change()
  const entries = await read(await follow(`${before + 1}`))
  expect(entries.map(({ number, eventId }) => [number, eventId])).toEqual([
    [before + 2, before + 2],
    [before + 3, before + 3],
  ])
})

it('is of one tenant, and for who may read the log', async () => {
  await change()
  const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
  await createPartnerClient({ app: test.app, partner: other }).post('/api-keys', { scopes: ['match'] })
  expect(await read(await follow('0'))).toHaveLength(before + 1)
  apiKey = (await change()).body.key
  expect((await follow()).status).toBe(403)
})

it('refuses what is no number, and a fifth stream', async () => {
  expect((await follow('x')).status).toBe(422)
  const streams = [await follow(), await follow(), await follow(), await follow()]
  expect((await follow()).status).toBe(429)
  await Promise.all(streams.map((stream) => stream.text()))
  expect((await follow()).status).toBe(200)
})

it('says in the log why it broke off, and makes room again', async () => {
  const broken = vi.spyOn(test.deps.database.auditEvents, 'listChain').mockRejectedValue(new Error('gone'))
  for (let count = 0; count < 5; count += 1) expect(await read(await follow())).toEqual([])
  broken.mockRestore()
  expect(test.log.text).toContain('Error: gone')
})
