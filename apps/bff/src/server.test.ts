import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
