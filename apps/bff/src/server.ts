import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AppEnv } from './http/env.ts'
import { createTurns } from './http/take-turns.ts'

/** A picture of 5 MB over a 0.5 Mbit/s line takes 80 s. */
const REQUEST_TIMEOUT_MS = 120_000
/**
 * Connections without a request stay open for so long by default: longer than balancers keep theirs (nginx and AWS 60 s,
 * Azure 4 min and settable). Who closes first must be the one that sends, or its next request meets a reset.
 */
const DEFAULT_KEEP_ALIVE_S = 75
/** What is under way at a stop gets this long to finish. */
const STOP_GRACE_MS = 10_000

export interface RunningServer {
  port: number
  /** Takes no new connection, lets what is under way finish, then resolves. */
  stop(): Promise<void>
}

interface ListenOptions {
  host: string
  port: number
  keepAliveS?: number
}

/** Nobody is known yet: by the credential, or by the connection. */
const toWhose = ({ incoming }: HttpBindings | Http2Bindings): string =>
  incoming.headers.authorization ?? incoming.socket.remoteAddress ?? ''

/** Opens the port first, so that an app can be built that knows its own address. */
export const listen = async (
  { host, port, keepAliveS = DEFAULT_KEEP_ALIVE_S }: ListenOptions,
  createAppFor: (port: number) => Hono<AppEnv> | Promise<Hono<AppEnv>>,
): Promise<RunningServer> => {
  let app: Promise<Hono<AppEnv>> | undefined
  const takeTurn = createTurns<Response>()
  const server = createAdaptorServer({
    // HTTP/1.0 needs no Host (RFC 9112 §3.2), and some balancers' health checks send none.
    hostname: 'localhost',
    fetch: (request, bindings) =>
      takeTurn(
        toWhose(bindings),
        async () => (await app)?.fetch(request, bindings) ?? new Response(null, { status: 503 }),
      ),
  }) as Server
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.keepAliveTimeout = keepAliveS * 1000
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  app = Promise.resolve(createAppFor(address.port))
  await app.catch((cause) => {
    server.close()
    throw cause
  })

  const stop = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    const deadline = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS)
    await closed
    clearTimeout(deadline)
  }
  return { port: address.port, stop }
}
