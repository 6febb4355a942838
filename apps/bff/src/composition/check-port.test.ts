import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { checkPort } from './check-port.ts'

it('says at once that a port is taken, and leaves a free one free', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const at = { host: '127.0.0.1', port }
  await expect(checkPort(at)).rejects.toThrow(
    /^Port \d+ of 127\.0\.0\.1 is taken by another process: stop that one/,
  )
  server.close()
  await once(server, 'close')
  await checkPort(at)
  await checkPort(at)
})

it('knows an address that is none of this machine', async () => {
  await expect(checkPort({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    /set HOST to an address of this machine/,
  )
})
