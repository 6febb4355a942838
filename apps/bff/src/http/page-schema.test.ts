import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { pageSchema } from './page-schema.ts'
import { readQuery } from './read-query.ts'
import { toAppError } from './to-app-error.ts'

const app = new Hono()
app.onError((failure, c) => c.json(toAppError(failure).errorCodes, toAppError(failure).status))
app.get('/', (c) => c.json(readQuery(c, pageSchema)))

const ask = async (query: string) => (await app.request(`/?${query}`)).json()

it.each([
  ['', 0, 10],
  ['skip=0&limit=1', 0, 1],
  ['skip=999999999&limit=100', 999_999_999, 100],
  ['skip=007&limit=000000010', 7, 10],
  ['skip=1&skip=x&other=y', 1, 10],
  // Not set, as clients in Go write it, and everything.
  ['limit=0', 0, 10],
  ['limit=1000', 0, 100],
])('%s: from %i, at most %i', async (query, skip, limit) => {
  expect(await ask(query)).toEqual({ skip, limit })
})

it.each([
  ...['', '-1', '+1', '1.0', '1e3', '0x10', ' 1', '1 ', '１', 'x', '1000000000', '0000000001'].map((text) => [
    `skip=${encodeURIComponent(text)}`,
    ['skip__invalid_format'],
  ]),
  ...['', '1e1', 'x', '-1'].map((text) => [`limit=${text}`, ['limit__invalid_format']]),
  ['limit=y&skip=x', ['skip__invalid_format', 'limit__invalid_format']],
])('%s: %j', async (query, codes) => {
  expect(await ask(String(query))).toEqual(codes)
})
