import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An OpenTelemetry receiver (OTLP over HTTP, JSON) that keeps what comes at one path. `status` is what it answers next. */
export const openReceiver = async (path: string) => {
  const bodies: string[] = []
  const state = { status: 200 }
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8')
    if (request.url === path && state.status === 200) bodies.push(body)
    response.writeHead(state.status, { 'content-type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, bodies, state, close: () => void server.close() }
}
