import { keepKey } from './key-store.ts'
import { type Sign, withoutProof } from './sign.ts'

/** Sent when the page may be gone at any moment: their proofs are made ahead. */
const FAREWELLS = ['/capture/abort', '/capture/events', '/capture/refuse']

const encode = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const utf8 = (text: string) => new TextEncoder().encode(text)
const sha256 = async (text: string) => encode(await crypto.subtle.digest('SHA-256', utf8(text)))
const randomText = () => encode(crypto.getRandomValues(new Uint8Array(16)))

interface DeviceKeyOptions {
  keep?: (name: string) => Promise<CryptoKeyPair>
  origin?: string
}

/**
 * Signs what the page asks for with the key of this browser and this link (RFC 9449). Where keys cannot be made or kept,
 * nothing is signed: the link stays with whoever has it.
 */
export const openDeviceKey = async (
  token: string,
  { keep = keepKey, origin = location.origin }: DeviceKeyOptions = {},
): Promise<Sign> => {
  try {
    const ath = await sha256(token)
    return await createSign(await keep(ath), ath, origin)
  } catch {
    return withoutProof
  }
}

const createSign = async (
  { privateKey, publicKey }: CryptoKeyPair,
  ath: string,
  origin: string,
): Promise<Sign> => {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  const header = encode(utf8(JSON.stringify({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })))
  let nonce: string | null = null
  const ahead = new Map<string, string>()

  const prove = async (method: string, path: string): Promise<string> => {
    const iat = Math.floor(Date.now() / 1000)
    const claims = { jti: randomText(), htm: method, htu: origin + path, iat, ath, ...(nonce && { nonce }) }
    const signed = `${header}.${encode(utf8(JSON.stringify(claims)))}`
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
    return `${signed}.${encode(await crypto.subtle.sign(algorithm, privateKey, utf8(signed)))}`
  }
  const heed = (given: string | null | undefined) => {
    if (!given) return
    nonce = given
    for (const path of FAREWELLS) void prove('POST', path).then((proof) => ahead.set(path, proof))
  }

  return async (method = 'GET', path, send) => {
    const attempt = async () => {
      const made = ahead.get(path)
      ahead.delete(path)
      const answer = await send({ DPoP: made ?? (await prove(method, path)) })
      heed(answer.nonce)
      return answer
    }
    const answer = await attempt()
    // The nonce was too old, or lost with the page before: the answer brought a new one.
    return answer.status === 401 && answer.text.includes('"PROOF_INVALID"') ? attempt() : answer
  }
}
