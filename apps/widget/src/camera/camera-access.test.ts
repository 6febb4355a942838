import { afterEach, expect, it, vi } from 'vitest'
import { cameraAccess } from './camera-access.ts'

afterEach(() => vi.unstubAllGlobals())

const inFrame = (page: object, enumerateDevices: () => Promise<{ kind: string }[]>) => {
  vi.stubGlobal('window', { parent: {} })
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices } })
}
const none = async () => [{ kind: 'audioinput' }]

it.each<[string, object, () => Promise<{ kind: string }[]>, boolean]>([
  ['that sees no camera', {}, none, true],
  ['that sees one', {}, async () => [{ kind: 'videoinput' }], false],
  ['in a browser that says so itself', { featurePolicy: {} }, none, false],
  ['that gets no list', {}, async () => Promise.reject(new DOMException('', 'NotAllowedError')), false],
])('a frame %s', async (_, page, list, isKeptBack) => {
  inFrame(page, list)
  expect(await cameraAccess().isKeptBack()).toBe(isKeptBack)
})

it('a page of its own is kept from nothing', async () => {
  inFrame({}, none)
  const own: { parent?: object } = {}
  own.parent = own
  vi.stubGlobal('window', own)
  expect(await cameraAccess().isKeptBack()).toBe(false)
})
