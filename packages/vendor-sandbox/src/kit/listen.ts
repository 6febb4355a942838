import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'

const HOST = '127.0.0.1'

export interface Listener {
  origin: string
  close(): Promise<void>
}

/** Opens the port first, so that `createHandler` knows the address. */
export const listen = async (
  port: number,
  createHandler: (origin: string) => (request: Request, bindings: HttpBindings) => Promise<Response>,
): Promise<Listener> => {
  let handle: ReturnType<typeof createHandler> | undefined
  const server = createAdaptorServer({
    fetch: async (request, bindings) =>
      (await handle?.(request, bindings as HttpBindings)) ?? new Response(null, { status: 503 }),
  }) as Server
  server.listen(port, HOST)
  await once(server, 'listening')
  const { port: actual } = server.address() as AddressInfo
  const origin = `http://${HOST}:${actual}`
  handle = createHandler(origin)
  return {
    origin,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
