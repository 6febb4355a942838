import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { newId } from '@visavis/shared/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSealer } from '../crypto/sealer.ts'
import { assetNamed } from '../testing/asset-named.ts'
import { fakePicture } from '../testing/pictures.ts'
import { type RunningS3, startS3 } from '../testing/start-s3.ts'
import { createAssetStore } from './asset-store.ts'
import { describeAssetStore } from './describe-asset-store.ts'
import { type S3Options, s3Driver } from './s3-driver.ts'

const sealer = createSealer(randomBytes(32))
const openStore = (s3: S3Options) => createAssetStore({ dataDir: '/nowhere', s3, sealer })

describeAssetStore('S3', async () => {
  const server = await startS3()
  const driver = s3Driver(server.options)
  return {
    assets: openStore(server.options),
    sealer,
    raw: {
      read: async (name) => (await driver.getItemRaw?.(name, {})) as Uint8Array,
      write: async (name, bytes) => driver.setItemRaw?.(name, bytes, {}),
    },
    dispose: server.stop,
  }
})

let server: RunningS3
beforeAll(async () => {
  server = await startS3()
})
afterAll(() => server.stop())

/** Answers as `answer` says; for what the local server cannot do. */
const startScripted = async (answer: RequestListener) => {
  const scripted = createServer(answer)
  await new Promise<void>((resolve) => scripted.listen(0, '127.0.0.1', resolve))
  const address = scripted.address()
  const port = typeof address === 'object' ? address?.port : 0
  const driver = s3Driver({ ...server.options, endpoint: `http://127.0.0.1:${port}/` })
  return { driver, close: () => scripted.close() }
}

// Answers in the words of the Amazon S3 API reference, ListObjectsV2; the local server fails at its second page.
it('lists more keys than one answer holds', async () => {
  const tokens: (string | null)[] = []
  const { driver, close } = await startScripted((request, answer) => {
    const query = new URL(request.url ?? '', 'http://x').searchParams
    tokens.push(query.get('continuation-token'))
    const page = tokens.length
    const next = page < 3 ? `<NextContinuationToken>t${page}/+&amp;=</NextContinuationToken>` : ''
    const contents = `<Contents><Key>key-${page}</Key><Size>7</Size></Contents>`
    answer.end(
      `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>pictures</Name><IsTruncated>${page < 3}</IsTruncated>${next}${contents}</ListBucketResult>`,
    )
  })
  expect(await driver.getKeys('', {})).toEqual(['key-1', 'key-2', 'key-3'])
  expect(tokens).toEqual([null, 't1/+&=', 't2/+&='])
  close()
})

it.each([
  ['a wrong secret', { secretAccessKey: 'made-up-secret' }, 'SignatureDoesNotMatch'],
  ['an unknown account', { accessKeyId: 'NOBODY' }, '403'],
  ['a bucket that is not there', { bucket: 'nowhere' }, 'NoSuchBucket'],
])('%s is refused, in words without a secret', async (_, change, code) => {
  const assets = openStore({ ...server.options, ...change })
  const id = newId('asset')
  const actions = [
    () => assets.put(assetNamed(id), fakePicture(10)),
    () => assets.get(assetNamed(id)),
    assets.list,
    assets.ping,
  ]
  for (const act of actions) {
    const failure: unknown = await act().then(
      () => 'done',
      (cause: unknown) => cause,
    )
    expect(failure).toBeInstanceOf(Error)
    expect(String(failure)).toContain(code)
    expect(String(failure)).not.toContain('secret')
  }
})

// The local server checks the signature, but not that the body is the signed one: a real service does.
it('signs the body', async () => {
  const seen: { headers: IncomingHttpHeaders; hash: string }[] = []
  const { driver, close } = await startScripted(async (incoming, answer) => {
    const body = Buffer.concat(await incoming.toArray())
    seen.push({ headers: incoming.headers, hash: createHash('sha256').update(body).digest('hex') })
    answer.end()
  })
  await driver.setItemRaw?.('x', randomBytes(40), {})
  await driver.getItem('x')
  for (const { headers, hash } of seen) {
    expect(headers['x-amz-content-sha256']).toBe(hash)
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .*SignedHeaders=[^,]*x-amz-content-sha256/)
  }
  expect(seen).toHaveLength(2)
  close()
})

it('tries again when the service is busy', async () => {
  let asked = 0
  const { driver, close } = await startScripted((_, answer) => {
    asked += 1
    answer.writeHead(asked < 3 ? 503 : 200).end('picture')
  })
  expect(await driver.getItem('x')).toBe('picture')
  expect(asked).toBe(3)
  close()
})
