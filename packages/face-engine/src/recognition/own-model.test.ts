import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readNetwork } from '@visavis/face-models/networks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { euclideanDistance } from '../compare-templates.ts'
import { createFaceEngine } from '../create-face-engine.ts'
import { readPortrait } from '../testing/portraits.ts'
import type { EnrolResult } from '../types.ts'
import { arrange } from './arrange-input.ts'
import { readOwnModel, toOwnDefinition } from './own-model.ts'

/** The house's own network as somebody else would bring it. */
const MANIFEST = {
  name: 'house',
  file: 'house.onnx',
  input: { layout: 'nhwc', channels: 'rgb', mean: [127.5, 127.5, 127.5], divisor: 128 },
  dimensions: 192,
  levels: [1.3, 1.2, 1.1, 1, 0.9],
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'own-model-'))
  await writeFile(path.join(folder, 'house.onnx'), await readNetwork('mobilefacenet'))
})
afterAll(() => rm(folder, { recursive: true }))

const write = async (manifest: unknown): Promise<string> => {
  const file = path.join(folder, 'manifest.json')
  await writeFile(file, typeof manifest === 'string' ? manifest : JSON.stringify(manifest))
  return file
}
const templateOf = (result: EnrolResult) => {
  if (result.outcome !== 'enrolled') throw new Error(result.reason)
  return result.template
}

describe('a recognition model of the operator’s own', () => {
  it('makes the templates that its network makes, under ids of its own', async () => {
    const recognition = await readOwnModel(await write(MANIFEST))
    const own = await createFaceEngine({ workers: 1, recognition })
    const ours = await createFaceEngine({ workers: 1, recognition: 'mobilefacenet-uncentred' })
    const picture = await readPortrait('anna')
    const [mine, theirs] = [templateOf(await own.enrol(picture)), templateOf(await ours.enrol(picture))]
    expect(euclideanDistance(mine.values, theirs.values)).toBeLessThan(1e-4)
    expect(mine.modelId).toMatch(/^house-[0-9a-f]{8}\/192$/)
    expect(mine.pipelineId).toMatch(/^arcface-chip-112\+[0-9a-f]{8}$/)
    expect(await own.verify(picture, [theirs])).toEqual({ outcome: 'no_comparable_template' })
    expect(await own.verify(picture, [mine])).toMatchObject({ matchLevel: 5 })
    await Promise.all([own.close(), ours.close()])
  })

  it('gets another pipeline id by whatever changes a template, and by nothing else', async () => {
    const idsOf = async (changes: object) => {
      const recognition = await readOwnModel(await write({ ...MANIFEST, ...changes }))
      return toOwnDefinition(recognition).pipelineId
    }
    const before = await idsOf({})
    expect(await idsOf({ levels: [1, 0.9, 0.8, 0.7, 0.6], gates: { max_turn: 0.4 } })).toBe(before)
    expect(await idsOf({ mirror: true })).not.toBe(before)
    expect(await idsOf({ alignment: 'dlib' })).not.toBe(before)
    expect(await idsOf({ centre: Array(192).fill(0.01) })).not.toBe(before)
    expect(await idsOf({ input: { ...MANIFEST.input, channels: 'bgr' } })).not.toBe(before)
  })

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /is no JSON/],
    ['a field nobody knows', { ...MANIFEST, treshold: 1 }, /treshold/],
    ['four levels', { ...MANIFEST, levels: [1.3, 1.2, 1.1, 1] }, /levels/],
    ['levels that rise', { ...MANIFEST, levels: [0.9, 1, 1.1, 1.2, 1.3] }, /levels: want to fall/],
    ['a centre of another length', { ...MANIFEST, centre: [1, 2] }, /centre: wants as many numbers/],
    ['a name with a slash', { ...MANIFEST, name: '../x' }, /name: wants a-z/],
    ['a network that is not there', { ...MANIFEST, file: 'none.onnx' }, /none\.onnx/],
  ])('is refused for %s', async (_, manifest, message) => {
    await expect(write(manifest).then(readOwnModel)).rejects.toThrow(message)
  })

  it.each<[string, object, RegExp]>([
    ['has templates of another length', { ...MANIFEST, dimensions: 512 }, /192 numbers, not 512/],
    [
      'wants its input otherwise',
      { ...MANIFEST, input: { ...MANIFEST.input, layout: 'nchw' } },
      /invalid dimensions|Got: 3 Expected: 112/,
    ],
  ])('stops the start when its network %s', async (_, manifest, message) => {
    const recognition = await readOwnModel(await write(manifest))
    const starting = createFaceEngine({ workers: 1, recognition })
    await expect(starting).rejects.toMatchObject({
      code: 'unavailable',
      cause: { message: expect.stringMatching(message) },
    })
  })

  it('stops the start when the file has changed since its manifest was read', async () => {
    const other = path.join(folder, 'other')
    await mkdir(other)
    await copyFile(path.join(folder, 'house.onnx'), path.join(other, 'house.onnx'))
    await writeFile(path.join(other, 'manifest.json'), JSON.stringify(MANIFEST))
    const recognition = await readOwnModel(path.join(other, 'manifest.json'))
    await writeFile(path.join(other, 'house.onnx'), await readNetwork('dlib-resnet'))
    await expect(createFaceEngine({ workers: 1, recognition })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('has changed since the start') },
    })
  })
})

describe('arrange', () => {
  const rows = Float32Array.of(1, 2, 3, 4, 5, 6)
  it.each([
    ['nhwc', 'rgb', [1, 2, 3, 4, 5, 6]],
    ['nhwc', 'bgr', [3, 2, 1, 6, 5, 4]],
    ['nchw', 'rgb', [1, 4, 2, 5, 3, 6]],
    ['nchw', 'bgr', [3, 6, 2, 5, 1, 4]],
  ] as const)('brings pixels into %s, %s', (layout, channels, expected) => {
    const filled = new Float32Array(6)
    arrange(rows, { layout, channels }, filled)
    expect([...filled]).toEqual(expected)
  })
})
