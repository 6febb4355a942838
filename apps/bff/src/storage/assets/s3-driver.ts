import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { Driver } from 'unstorage'

export interface S3Options {
  /** Of the service, without the bucket: `https://s3.eu-central-1.amazonaws.com`, `http://localhost:9000`. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** A sealed picture is 5 MB at most. */
const REQUEST_TIMEOUT_MS = 30_000
/** On top of the first try; only for 5xx and 429, and every request here may be repeated. */
const RETRIES = 2

/**
 * Objects in a bucket, addressed by path, signed with version 4, body included. unstorage's own driver stops at the
 * first thousand keys, leaves the body out of the signature and puts the service's whole answer into its errors.
 */
export const s3Driver = ({ endpoint, bucket, region, ...keys }: S3Options): Driver => {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: RETRIES })
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`

  /** @throws Error for an answer that is neither success nor 404 */
  const request = async (method: string, path: string, body?: Uint8Array): Promise<Response | undefined> => {
    const response = await client.fetch(`${base}${path}`, {
      method,
      ...(body ? { body: new Uint8Array(body) } : {}),
      headers: {
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    })
    if (response.ok) return response
    const text = await response.text()
    const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''
    if (response.status === 404 && code !== 'NoSuchBucket') return undefined
    throw new Error(`S3 answered ${method} with ${response.status} ${code}`.trim())
  }

  const toPath = (key: string) => `/${encodeURIComponent(key)}`

  return {
    name: 's3',
    hasItem: async (key) => (await request('HEAD', toPath(key))) !== undefined,
    getItem: async (key) => (await request('GET', toPath(key)))?.text() ?? null,
    getItemRaw: async (key) => {
      const response = await request('GET', toPath(key))
      return response ? new Uint8Array(await response.arrayBuffer()) : null
    },
    setItemRaw: async (key, value: Uint8Array) => {
      if (!(await request('PUT', toPath(key), value))) throw new Error('S3 did not take the object')
    },
    removeItem: async (key) => {
      await request('DELETE', toPath(key))
    },
    getKeys: async () => {
      const keys: string[] = []
      let token: string | undefined
      do {
        const query = new URLSearchParams({ 'list-type': '2' })
        if (token !== undefined) query.set('continuation-token', token)
        const text = (await (await request('GET', `?${query}`))?.text()) ?? ''
        keys.push(...readTags(text, 'Key'))
        token = readTags(text, 'NextContinuationToken')[0]
      } while (token !== undefined)
      return keys
    },
  }
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

/** Texts of all elements of that name. Our keys need no escape, a continuation token may. */
const readTags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity),
  )
