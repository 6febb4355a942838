import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createBrowserClient } from './clients.ts'
import { PUBLIC_URL, type TestApp } from './test-app.ts'

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A browser with a key of its own, which signs what it asks as the page does (RFC 9449). */
export const createSoftDevice = (test: Pick<TestApp, 'app' | 'clock'>, token: string, clockSkewMs = 0) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let nonce: string | null = null

  const prove = (method: string, path: string, claims: object = {}, header: object = {}): string => {
    const head = encode({
      typ: 'dpop+jwt',
      alg: 'ES256',
      jwk: publicKey.export({ format: 'jwk' }),
      ...header,
    })
    const body = encode({
      jti: randomUUID(),
      htm: method,
      htu: `${PUBLIC_URL}/capture/${path}`,
      iat: Math.floor((Date.now() + test.clock.skewMs + clockSkewMs) / 1000),
      ath: createHash('sha256').update(token).digest('base64url'),
      ...(nonce ? { nonce } : {}),
      ...claims,
    })
    const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    })
    return `${head}.${body}.${signature.toString('base64url')}`
  }

  const send = async (method: string, path: string, dpop?: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, ...(dpop ? { dpop } : {}) }
    const answer = await createBrowserClient(test, token).request(method, path, { ...init, headers })
    nonce = answer.headers.get('dpop-nonce') ?? nonce
    return answer
  }

  return {
    prove,
    send,
    request: (method: string, path: string, init?: RequestInit) =>
      send(method, path, prove(method, path), init),
    session: () => send('GET', 'session', prove('GET', 'session')),
    /** As after a reload: the key is there, the nonce is not. */
    forgetNonce: () => {
      nonce = null
    },
  }
}
