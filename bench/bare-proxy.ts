/**
 * A pipe and no more: what comes goes on to the vendor as base64 in JSON, and the vendor's answer comes back. Prints
 * its port. `node bench/bare-proxy.ts MATCH_URL TOKEN REFERENCE_BASE64`
 */
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const [, , matchUrl = '', token = '', reference = ''] = process.argv

const toBase64 = () => {
  let rest = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const all = rest.byteLength > 0 ? Buffer.concat([rest, chunk]) : chunk
      const whole = all.byteLength - (all.byteLength % 3)
      rest = Buffer.from(all.subarray(whole))
      done(null, all.toString('base64', 0, whole))
    },
    flush(done) {
      done(null, rest.toString('base64'))
    },
  })
}

const forward = async (picture: NodeJS.ReadableStream, response: ServerResponse): Promise<void> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const vendor = request(matchUrl, { method: 'POST', headers })
  vendor.on('response', (answer) => answer.pipe(response))
  vendor.write(`{"sourceImage":"${reference}","targetImage":"`)
  await pipeline(picture, toBase64(), vendor, { end: false })
  vendor.end('"}')
}

const server = createServer((incoming, response) => {
  forward(incoming, response).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
