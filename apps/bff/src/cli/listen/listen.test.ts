/** Against the server as it listens, and a program of a developer. */
import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listen, type RunningServer } from '../../server.ts'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../../testing/webhook-receiver.ts'
import type { CliContext } from '../cli-context.ts'
import { createCliContext } from '../create-cli-context.ts'
import { runCli } from '../run-cli.ts'

const { test } = await openTestApp()
const partner = createPartnerClient(test)

let server: RunningServer
let receiver: WebhookReceiver
beforeAll(async () => {
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
})
afterAll(() => server.stop())
beforeEach(async () => {
  receiver = await startWebhookReceiver()
  return () => receiver.close()
})

/** Types `visavis listen`, does something once it is heard, and stops it when it has written so many lines of events. */
const run = async (
  line: string[],
  {
    environment = {},
    work,
    lines = 0,
  }: { environment?: object; work?: () => Promise<unknown>; lines?: number } = {},
) => {
  const stop = new AbortController()
  const { promise: isListening, resolve: startWork } = Promise.withResolvers<void>()
  let out = ''
  let error = ''
  const readLines = () => out.split('\n').filter((text) => /^\d{4}-/.test(text))
  const context: CliContext = {
    ...createCliContext({
      VISAVIS_URL: `http://127.0.0.1:${server.port}/`,
      VISAVIS_API_KEY: test.partner.apiKey,
      ...environment,
    }),
    startServer: async () => {},
    stopSignal: () => stop.signal,
    write: (text) => {
      out += text
      if (out.includes('Go to')) startWork()
      if (lines > 0 && readLines().length >= lines) stop.abort()
    },
    writeError: (text) => {
      error += text
    },
  }
  const ended = runCli(['listen', '--forward', receiver.url, ...line], context)
  if (work) {
    await isListening
    // Listening begins with the first answers, which come at once.
    await expect
      .poll(() => test.log.text.match(/"GET".*\/events|\/events.*"GET"/g)?.length ?? 0)
      .toBeGreaterThan(1)
    await work()
  }
  const status = await ended
  return { status, out, error, lines: readLines() }
}

const begin = async (): Promise<void> => {
  await partner.startAttempt()
}

it('forwards what happens from now on, signed as a webhook, and stops when it is told to', async () => {
  await begin()
  test.log.text = ''
  const { status, out, lines } = await run([], { work: begin, lines: 3 })
  expect(status).toBe(0)
  const types = ['face_added', 'face_authentication_created', 'face_authentication_opened']
  expect(lines.map((line) => line.split('  ')[1])).toEqual(types)
  const secret = /whsec_\S+/.exec(out)?.[0] ?? ''
  for (const [index, { headers, body }] of receiver.received.entries()) {
    const event = JSON.parse(body)
    expect(lines[index]).toBe(`${event.created_on}  ${event.type}  ${event.id}  200`)
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(event)
    expect(headers['cko-signature']).toBe(createHmac('sha256', secret).update(body).digest('hex'))
    expect((await partner.get(`/events/${event.id}`)).body).toEqual(event)
  }
})

it('forwards only what is asked for, with the secret that is given, and says what the program answers', async () => {
  test.log.text = ''
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  receiver.answer(500)
  const line = ['--events', 'face_authentication_opened', '--secret', secret]
  const { lines, out } = await run(line, { work: begin, lines: 1 })
  expect(lines).toEqual([expect.stringMatching(/ face_authentication_opened {2}evt_\w+ {2}500$/)])
  expect(out).not.toContain(secret)
  expect(receiver.received).toHaveLength(1)
  const { headers = {}, body = '' } = receiver.received[0] ?? {}
  expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow()
})

it('says that the program does not run, and goes on', async () => {
  test.log.text = ''
  await receiver.close()
  const { status, lines } = await run([], { work: begin, lines: 3 })
  expect(status).toBe(0)
  expect(lines.every((text) => text.endsWith('failed: ECONNREFUSED'))).toBe(true)
  receiver = await startWebhookReceiver()
})

it.each([
  ['no server', { VISAVIS_URL: '' }, 'Set VISAVIS_URL'],
  ['a server that is not there', { VISAVIS_URL: 'http://127.0.0.1:9' }, 'does not answer'],
  ['a key that nobody knows', { VISAVIS_API_KEY: 'sk_wrong' }, 'does not know the key'],
])('with %s it ends', async (_, environment, why) => {
  const { status, error } = await run([], { environment })
  expect(status).toBe(1)
  expect(error).toContain(why)
})

it.each([
  [['--events', 'face_added,nonsense'], 'events'],
  [['--secret', 'sesame'], 'secret'],
  [['--forward', 'localhost:3000'], 'forward'],
])('%j is refused', async (line, what) => {
  const { status, error } = await run(line)
  expect(status).toBe(1)
  expect(error).toContain(what)
})
