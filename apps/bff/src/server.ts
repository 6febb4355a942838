import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AppEnv } from './http/env.ts'

/** A picture of 5 MB over a 0.5 Mbit/s line takes 80 s. */
const REQUEST_TIMEOUT_MS = 120_000
/** What is under way at a stop gets this long to finish. */
const STOP_GRACE_MS = 10_000

export interface RunningServer {
  port: number
  /** Takes no new connection, lets what is under way finish, then resolves. */
  stop(): Promise<void>
}

/** Opens the port first, so that an app can be built that knows its own address. */
export const listen = async (
  { host, port }: { host: string; port: number },
  createAppFor: (port: number) => Hono<AppEnv> | Promise<Hono<AppEnv>>,
): Promise<RunningServer> => {
  let app: Promise<Hono<AppEnv>> | undefined
  const server = createAdaptorServer({
    fetch: async (request, bindings) =>
      (await app)?.fetch(request, bindings) ?? new Response(null, { status: 503 }),
  }) as Server
  server.requestTimeout = REQUEST_TIMEOUT_MS
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
