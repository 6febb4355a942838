import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashSecret } from './features/links/capture-token.ts'
import { listen, type RunningServer } from './server.ts'
import { createBrowserClient, createPartnerClient } from './testing/clients.ts'
import { createTestApp, fakeJpeg, type TestApp } from './testing/test-app.ts'

let test: TestApp
let server: RunningServer
beforeAll(async () => {
  test = await createTestApp()
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
})
afterAll(async () => {
  await server.stop()
  await test.close()
})

const openLink = async () => {
  const { token } = await createPartnerClient(test).startAttempt()
  const browser = createBrowserClient(test, token)
  await browser.session()
  await browser.consent()
  return token
}

it('answers 413 to a body that never ends, over a real socket, and closes it', async () => {
  const token = await openLink()
  const socket = connect(server.port, '127.0.0.1')
  const answer = text(socket)
  socket.on('error', () => {})
  socket.write(
    `PUT /capture/selfie HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  )
  const chunk = Buffer.from(fakeJpeg(64 * 1024))
  let sent = 0
  const send = () => {
    while (!socket.destroyed && sent < 64 * 1024 * 1024) {
      sent += chunk.byteLength
      socket.write(`${chunk.byteLength.toString(16)}\r\n`)
      socket.write(chunk)
      if (!socket.write('\r\n')) {
        socket.once('drain', send)
        return
      }
    }
  }
  send()
  expect(await answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(sent).toBeLessThan(32 * 1024 * 1024)
})

it('refuses a declared length over the limit before the body comes', async () => {
  const token = await openLink()
  const socket = connect(server.port, '127.0.0.1')
  socket.write(
    `PUT /capture/selfie HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Length: 6000000\r\n\r\n`,
  )
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 /)
})

it('a stop lets an upload under way finish', async () => {
  const token = await openLink()
  const own = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
  const socket = connect(own.port, '127.0.0.1')
  const answer = text(socket)
  const picture = fakeJpeg(1000)
  socket.write(
    `PUT /capture/selfie HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\nContent-Length: 1000\r\n\r\n`,
  )
  socket.write(picture.subarray(0, 500))
  const uploadUnderWay = async () =>
    (await test.deps.database.attempts.findByToken(hashSecret(token)))?.uploadId
  await expect.poll(uploadUnderWay).toBeTypeOf('string')
  const stopped = own.stop()
  socket.write(picture.subarray(500))
  expect(await answer).toMatch(/^HTTP\/1\.1 200 /)
  await stopped
})

describe('whoever speaks HTTP', () => {
  const say = async (port: number, ...lines: string[]) => {
    const socket = connect(port, '127.0.0.1')
    socket.end(`${lines.join('\r\n')}\r\n\r\n`)
    return text(socket)
  }

  it('in its version 1.0, without Host, is told of the health', async () => {
    expect(await say(server.port, 'GET /health/live HTTP/1.0')).toMatch(/^HTTP\/1\.1 200 .*"status":"ok"/s)
  })

  it('finds connections open for longer than balancers keep theirs, or as long as the operator says', async () => {
    expect(await say(server.port, 'GET /health/live HTTP/1.1', 'Host: localhost')).toContain('timeout=75')
    const own = await listen({ host: '127.0.0.1', port: 0, keepAliveS: 300 }, () => test.app)
    expect(await say(own.port, 'GET /health/live HTTP/1.1', 'Host: localhost')).toContain('timeout=300')
    await own.stop()
  })

  it.each([
    ['/applicants', 415],
    ['/capture/consent', 415],
    ['/connect/token', 415],
  ])('and packs the body for %s is asked not to', async (path, status) => {
    const bearer = path.startsWith('/capture') ? await openLink() : test.partner.apiKey
    const answer = await test.app.request(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: gzipSync('{}'),
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('accept-encoding')).toBe('identity')
    expect(await answer.text()).toMatch(/content_encoding_unsupported/i)
  })
})
