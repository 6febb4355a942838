import { expect, it } from 'vitest'
import { openDeviceKey } from './device-key.ts'

const keep = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
const ORIGIN = 'https://v.example'
const OK = { status: 200, text: '{}' }
const STALE = { status: 401, text: '{"code":"PROOF_INVALID"}', nonce: 'fresh' }

const decode = (part = '') =>
  Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0))
const parse = (part = '') => JSON.parse(new TextDecoder().decode(decode(part)))
const readProof = async (proof = '') => {
  const [head, body, signature] = proof.split('.')
  const header = parse(head)
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', header.jwk, algorithm, false, ['verify'])
  const signed = new TextEncoder().encode(`${head}.${body}`)
  return {
    header,
    claims: parse(body),
    isSigned: await crypto.subtle.verify(algorithm, key, decode(signature), signed),
  }
}

it('signs what is asked for, by its method, address and token', async () => {
  const sign = await openDeviceKey('TOKEN', { keep, origin: ORIGIN })
  const proofs: string[] = []
  for (const path of ['/capture/session', '/capture/session']) {
    await sign(undefined, path, async ({ DPoP = '' }) => {
      proofs.push(DPoP)
      return OK
    })
  }
  const [first, second] = await Promise.all(proofs.map(readProof))
  expect(first).toMatchObject({
    header: { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256' } },
    claims: {
      htm: 'GET',
      htu: `${ORIGIN}/capture/session`,
      // SHA-256 of `TOKEN`.
      ath: '-YED6SF_CZIIVp0pXBsnbxghNIY2wmjIVLsqCG4AN80',
    },
    isSigned: true,
  })
  expect(first?.header.jwk.d).toBeUndefined()
  expect(second?.claims.jti).not.toBe(first?.claims.jti)
})

it('takes the nonce of each answer into the next proof, and asks once more where it was too old', async () => {
  const sign = await openDeviceKey('TOKEN', { keep, origin: ORIGIN })
  const answers = [STALE, OK, STALE, STALE]
  const nonces: unknown[] = []
  const send = async ({ DPoP }: Record<string, string>) => {
    nonces.push((await readProof(DPoP)).claims.nonce)
    return answers.shift() ?? OK
  }
  expect(await sign('GET', '/capture/next', send)).toBe(OK)
  expect(await sign('GET', '/capture/next', send)).toBe(STALE)
  expect(nonces).toEqual([undefined, 'fresh', 'fresh', 'fresh'])
})

it('has the proof of a farewell at hand, for a page that is gone a moment later', async () => {
  const sign = await openDeviceKey('TOKEN', { keep, origin: ORIGIN })
  await sign('GET', '/capture/session', async () => ({ ...OK, nonce: 'fresh' }))
  await expect
    .poll(async () => {
      let proof: string | undefined
      void sign('POST', '/capture/abort', async ({ DPoP }) => {
        proof = DPoP
        return OK
      })
      return proof && (await readProof(proof)).claims
    })
    .toMatchObject({ htm: 'POST', htu: `${ORIGIN}/capture/abort`, nonce: 'fresh' })
})

it.each([
  ['nowhere to keep a key', () => Promise.reject(new DOMException('', 'SecurityError'))],
  ['a store that is missing', () => Promise.reject(new TypeError('indexedDB is not defined'))],
])('with %s it signs nothing', async (_, broken) => {
  const sign = await openDeviceKey('TOKEN', { keep: broken, origin: ORIGIN })
  expect(await sign('GET', '/capture/session', async (proof) => ({ ...OK, proof }))).toMatchObject({
    proof: {},
  })
})
