import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newApplicantKey } from './applicant-key.ts'
import { createSealer } from './sealer.ts'

const masterKey = new Uint8Array(randomBytes(32))
const sealer = createSealer(masterKey)
const OF_VERSION_2 =
  '02c31680c8734f330a68b1a6273993e6028dead6e5e3d0bdb91fc7e9d858ebe1ea3340ab54671b75ac787144d663aa4ba1a8674aba28cb2fb1226b'
const EARLIER = '01f6078fe4f46603207c87ca654caa9ccaea5d3bdb3e4bc4b71b65153960716226e92f5a4acc78'
const text = new TextEncoder().encode('a template')

describe('a sealed value', () => {
  it.each([0, 1, 540, 5 * 1024 * 1024])('of %d bytes comes back as it was', (length) => {
    const plain = new Uint8Array(randomBytes(length))
    const opened = sealer.open(sealer.seal(plain, 'face_1'), 'face_1')
    expect(Buffer.compare(opened, plain)).toBe(0)
  })

  it('opens with another sealer of the same key', () => {
    expect(createSealer(masterKey).open(sealer.seal(text, 'face_1'), 'face_1')).toEqual(text)
  })

  it('has memory of its own, so that it can be handed to a worker', () => {
    const opened = sealer.open(sealer.seal(text, 'face_1'), 'face_1')
    expect(opened.buffer.byteLength).toBe(text.byteLength)
    expect(structuredClone(opened, { transfer: [opened.buffer as ArrayBuffer] })).toEqual(text)
  })

  it('never looks the same twice and never shows its content', () => {
    const sealed = [sealer.seal(text, 'face_1'), sealer.seal(text, 'face_1')] as const
    expect(sealed[0]).not.toEqual(sealed[1])
    for (const one of sealed) expect(Buffer.from(one).includes('a template')).toBe(false)
  })

  it('does not open when any of its bytes was altered', () => {
    const sealed = sealer.seal(text, 'face_1')
    for (const index of sealed.keys()) {
      const altered = Uint8Array.from(sealed)
      altered[index] = (altered[index] ?? 0) ^ 1
      expect(() => sealer.open(altered, 'face_1'), `byte ${index}`).toThrow(/sealed value/)
    }
  })

  it('does not open when it was cut or lengthened', () => {
    const sealed = sealer.seal(text, 'face_1')
    for (let length = 0; length < sealed.byteLength; length += 1) {
      expect(() => sealer.open(sealed.subarray(0, length), 'face_1'), `${length} bytes`).toThrow(
        /sealed value/,
      )
    }
    expect(() => sealer.open(Uint8Array.of(...sealed, 0), 'face_1')).toThrow(/sealed value/)
  })

  it('has a key of its own, so that random nonces never run out', () => {
    const salts = Array.from({ length: 100 }, () =>
      Buffer.from(sealer.seal(text, 'face_1')).subarray(5, 37).toString('hex'),
    )
    expect(new Set(salts).size).toBe(100)
    // The same text under another salt: neither key nor keystream is shared.
    const [a, b] = [sealer.seal(text, 'face_1'), sealer.seal(text, 'face_1')]
    expect(Buffer.compare(a.subarray(37), b.subarray(37))).not.toBe(0)
  })

  it('of version 1 opens where it belonged then', () => {
    // Sealed by version 1: 'a template' under 32 bytes of 7, context 'template:face_1'.
    const earlier = Buffer.from(EARLIER, 'hex')
    const old = createSealer(new Uint8Array(32).fill(7))
    expect(old.open(earlier, 'template:tnt:aplt:face_1', 'template:face_1')).toEqual(text)
    expect(() => old.open(earlier, 'template:face_1', 'template:face_2')).toThrow(/sealed value/)
    expect(() => old.open(earlier, 'template:tnt:aplt:face_1')).toThrow(/sealed value/)
  })

  it('of version 2 opens, also where it belongs to an applicant who has a key by now', () => {
    // Sealed by version 2: the same, context 'template:tnt:aplt:face_1'.
    const earlier = Buffer.from(OF_VERSION_2, 'hex')
    const old = createSealer(new Uint8Array(32).fill(7))
    expect(old.open(earlier, 'template:tnt:aplt:face_1')).toEqual(text)
    const applicant = { tenantId: 'tnt', applicantId: 'aplt' }
    for (const applicantKey of [null, newApplicantKey(old, applicant)]) {
      const own = old.ofApplicant({ ...applicant, applicantKey })
      expect(own.open(earlier, 'template:tnt:aplt:face_1')).toEqual(text)
    }
    expect(() => old.open(earlier, 'template:tnt:aplt:face_2')).toThrow(/sealed value/)
  })

  it('does not open in another place or with another key', () => {
    const sealed = sealer.seal(text, 'face_1')
    expect(() => sealer.open(sealed, 'face_2')).toThrow(/sealed value/)
    expect(() => createSealer(randomBytes(32)).open(sealed, 'face_1')).toThrow(/sealed value/)
  })
})

describe('a value of an applicant', () => {
  const ada = { tenantId: 'tnt_1', applicantId: 'aplt_ada' }
  const bob = { tenantId: 'tnt_1', applicantId: 'aplt_bob' }
  const adasKey = newApplicantKey(sealer, ada)
  const sealed = sealer.ofApplicant({ ...ada, applicantKey: adasKey }).seal(text, 'face_1')

  it('opens with their key, and not without', () => {
    expect(sealer.ofApplicant({ ...ada, applicantKey: adasKey }).open(sealed, 'face_1')).toEqual(text)
    expect(() => sealer.open(sealed, 'face_1')).toThrow('another key')
    const without = sealer.ofApplicant({ ...ada, applicantKey: null })
    expect(() => without.open(sealed, 'face_1')).toThrow('key is not here')
    expect(() => without.seal(text, 'face_1')).toThrow('key is not here')
  })

  it('opens with no other key, and no key is anybody else’s', () => {
    const another = sealer.ofApplicant({ ...ada, applicantKey: newApplicantKey(sealer, ada) })
    expect(() => another.open(sealed, 'face_1')).toThrow('another key')
    const moved = sealer.ofApplicant({ ...bob, applicantKey: adasKey })
    expect(() => moved.open(sealed, 'face_1')).toThrow('belongs elsewhere')
  })

  it('opens with the data key that it names', () => {
    const keys = new Map([
      [1, masterKey],
      [2, new Uint8Array(randomBytes(32))],
    ])
    const ring = {
      present: () => ({ id: 2, key: keys.get(2) ?? new Uint8Array() }),
      find: (id: number) => keys.get(id),
    }
    const both = createSealer(ring)
    const own = both.ofApplicant({ ...ada, applicantKey: adasKey })
    const newer = own.seal(text, 'face_1')
    expect([own.open(sealed, 'face_1'), own.open(newer, 'face_1')]).toEqual([text, text])
    expect(() => sealer.ofApplicant({ ...ada, applicantKey: adasKey }).open(newer, 'face_1')).toThrow(
      'names a data key that is not here',
    )
  })
})

it.each([0, 16, 31, 33])('a master key of %d bytes is refused without being shown', (length) => {
  const key = new Uint8Array(length).fill(65)
  expect(() => createSealer(key)).toThrow('the key must be 32 bytes long')
})
