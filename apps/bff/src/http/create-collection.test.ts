import { expect, it } from 'vitest'
import { ENDPOINTS } from '../api-endpoints.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { fakeJpeg } from '../testing/test-app.ts'
import { COLLECTION_PATH, type Collection, type CollectionItem } from './create-collection.ts'

const { test } = await openTestApp()
const collection: Collection = JSON.parse(await (await test.app.request(COLLECTION_PATH)).text())
const items = collection.item.flatMap(({ item }) => item)

it('holds every operation that takes a key, or nothing, once', () => {
  const wanted = ENDPOINTS.filter(({ audience }) => audience === 'partner' || audience === 'public').map(
    ({ method, path }) => `${method.toUpperCase()} {{baseUrl}}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  )
  const found = items.map(({ request: { method, url } }) => `${method} ${url.raw}`)
  expect(found.toSorted()).toEqual(wanted.toSorted())
})

it('is told of by the document', async () => {
  const document = await (await test.app.request('/openapi.json')).json()
  expect(document).toMatchObject({ externalDocs: { url: `${test.deps.publicUrl}${COLLECTION_PATH}` } })
})

it('names no variable that it does not have', () => {
  const has = new Set([...collection.variable.map(({ key }) => key), '$guid'])
  const used = [...JSON.stringify(collection).matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name)
  expect(used.filter((name) => name === undefined || !has.has(name))).toEqual([])
})

/** What Postman does with a request: variables put in, sent, and its script run. */
const play = (values: Map<string, string>) => async (name: string) => {
  const item = items.find((each) => each.name === name)
  if (!item) throw new Error(`there is no "${name}"`)
  const fill = (text: string) => text.replaceAll(/\{\{(.+?)\}\}/g, (_, key: string) => values.get(key) ?? '')
  const { method, url, header, body, auth } = item.request
  const parts = url.path.map((part) => url.variable.find(({ key }) => `:${key}` === part)?.value ?? part)
  const headers = new Headers()
  for (const { key, value, disabled } of header) if (!disabled) headers.set(key, value)
  if (!auth) headers.set('authorization', `Bearer ${fill(collection.auth.bearer[0]?.value ?? '')}`)
  const answer = await test.app.request(`/${fill(parts.join('/'))}`, {
    method,
    headers,
    ...toInit(body, fill),
  })
  const json = await answer.json()
  const pm = {
    response: { code: answer.status, json: () => json },
    collectionVariables: { set: (key: string, value: string) => values.set(key, value) },
  }
  for (const { script } of item.event) new Function('pm', script.exec.join('\n'))(pm)
  return { status: answer.status, json: json as Record<string, unknown> }
}

const toInit = (body: CollectionItem['request']['body'], fill: (text: string) => string): RequestInit => {
  if (!body) return {}
  if (body.mode === 'raw') return { body: fill(body.raw) }
  return {
    body: new URLSearchParams(body.urlencoded.map(({ key, value }): [string, string] => [key, fill(value)])),
  }
}

it('goes from an applicant to a decision, each request with what those before it have brought', async () => {
  const values = new Map([
    ['apiKey', test.partner.apiKey],
    ['image', Buffer.from(fakeJpeg()).toString('base64')],
  ])
  const send = play(values)
  const statuses: Record<string, number> = {}
  for (const name of [
    'Create a user journey',
    'Create an applicant',
    'Add a face',
    'Ask whether it is the same person',
    'Get a link for the person',
    'Read the decision',
  ]) {
    statuses[name] = (await send(name)).status
  }
  expect(statuses).toEqual({
    'Create a user journey': 201,
    'Create an applicant': 201,
    'Add a face': 201,
    'Ask whether it is the same person': 201,
    'Get a link for the person': 201,
    'Read the decision': 200,
  })
})

it('gets a token', async () => {
  const values = new Map([['apiKey', test.partner.apiKey]])
  const send = play(values)
  const { json } = await send('Create an OAuth client')
  values.set('clientId', String(json.client_id)).set('clientSecret', String(json.client_secret))
  expect(await send('Get an access token')).toMatchObject({ status: 200, json: { token_type: 'Bearer' } })
})
