import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { PUBLIC_URL } from './test-app.ts'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const toBase64Url = (data: Uint8Array) => Buffer.from(data).toString('base64url')

export interface Ceremony {
  /** Default: the server's own. */
  origin?: string
  /** Whether the person showed who they are. Default: yes. */
  isVerified?: boolean
}

export interface Options {
  challenge: string
}

/** CBOR (RFC 8949) of a COSE key on P-256 (RFC 9053 §7.1.1). */
const toCoseKey = (x: string, y: string) => {
  const part = (key: number, value: string) =>
    Buffer.concat([Buffer.from([key, 0x58, 0x20]), Buffer.from(value, 'base64url')])
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
    part(0x21, x),
    part(0x22, y),
  ])
}

/** An authenticator in a variable: what a browser would answer, and what one that lies would. */
export const createSoftPasskey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credentialId = randomBytes(16)
  const id = toBase64Url(credentialId)
  const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 16]), credentialId, toCoseKey(x, y)])
  let counter = 0

  const toClientData = (type: string, { challenge }: Options, { origin = PUBLIC_URL }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  /** WebAuthn 3 §6.1; flags: present 1, verified 4, with a new key 64. */
  const toAuthData = (extra: Buffer, { isVerified = true }: Ceremony) => {
    counter += 1
    const head = Buffer.alloc(5)
    head.writeUInt8(1 | (isVerified ? 4 : 0) | (extra.byteLength > 0 ? 64 : 0))
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(new URL(PUBLIC_URL).hostname), head, extra])
  }

  const toAnswer = (response: object) => ({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    register: (options: Options, ceremony: Ceremony = {}) => {
      const authData = toAuthData(attested, ceremony)
      const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        Buffer.from([0x58, authData.byteLength]),
        authData,
      ])
      return toAnswer({
        clientDataJSON: toBase64Url(toClientData('webauthn.create', options, ceremony)),
        attestationObject: toBase64Url(attestationObject),
        transports: ['internal'],
      })
    },
    sign: (options: Options, ceremony: Ceremony = {}) => {
      const authenticatorData = toAuthData(Buffer.alloc(0), ceremony)
      const clientData = toClientData('webauthn.get', options, ceremony)
      return toAnswer({
        clientDataJSON: toBase64Url(clientData),
        authenticatorData: toBase64Url(authenticatorData),
        signature: toBase64Url(
          sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), privateKey),
        ),
      })
    },
  }
}
export type SoftPasskey = ReturnType<typeof createSoftPasskey>
