import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFaceEngine, type FaceEngine, type FaceTemplate, type StageTimes } from './index.ts'
import { cropPortrait, readPortrait, readSample } from './testing/portraits.ts'

let engine: FaceEngine
let stages: StageTimes | undefined

beforeAll(async () => {
  engine = await createFaceEngine({
    workers: 1,
    onStages: (times) => {
      stages = times
    },
  })
})
afterAll(() => engine.close())

const enrol = async (image: Uint8Array): Promise<FaceTemplate> => {
  const result = await engine.enrol(image)
  if (result.outcome !== 'enrolled') throw new Error(JSON.stringify(result))
  return result.template
}
const changed = async (change: (portrait: Sharp) => Sharp): Promise<Buffer> =>
  change(await cropPortrait('anna'))
    .jpeg({ quality: 92 })
    .toBuffer()

/** A face with its left half made narrow, as that of somebody who looks aside. */
const readHalfProfile = async (): Promise<Buffer> => {
  const portrait = await (await cropPortrait('bella')).png().toBuffer()
  const part = (left: number, width: number, newWidth: number) =>
    sharp(portrait)
      .extract({ left, top: 0, width, height: 460 })
      .resize(newWidth, 460, { fit: 'fill' })
      .png()
      .toBuffer()
  return sharp({ create: { width: 460, height: 460, channels: 3, background: '#888' } })
    .composite([
      { input: await part(0, 210, 63), left: 0, top: 0 },
      { input: await part(210, 250, 250), left: 63, top: 0 },
    ])
    .jpeg()
    .toBuffer()
}

/** Clothes and hands in which the detector sees a face, and the recogniser none. */
const readTorso = async (): Promise<Buffer> =>
  sharp(await readSample(3))
    .extract({ left: 520, top: 780, width: 300, height: 300 })
    .jpeg()
    .toBuffer()

describe('enrol', () => {
  it.each(['anna', 'bella'] as const)('makes a template of the portrait of %s', async (name) => {
    const template = await enrol(await readPortrait(name))
    expect(template.modelId).toBe(engine.model.id)
    expect(template.pipelineId).toBe(engine.model.pipelineId)
    expect(template.values).toHaveLength(engine.model.length)
    expect(template.values.every(Number.isFinite)).toBe(true)
  })

  it('tells how long each stage took', async () => {
    await enrol(await readPortrait('anna'))
    expect(Object.keys(stages ?? {})).toEqual(['decode', 'detect', 'landmarks', 'quality', 'template'])
    expect(Object.values(stages ?? {}).every((time) => time > 0)).toBe(true)
  })
})

describe('verify', () => {
  it.each<[string, (portrait: Sharp) => Sharp]>([
    ['a PNG', (portrait) => portrait.png()],
    ['half the size', (portrait) => portrait.resize(235)],
    [
      'a 12-megapixel photograph, small in it',
      (portrait) => portrait.extend({ left: 1300, right: 2230, top: 700, bottom: 1830, background: '#456' }),
    ],
    ['on its side, with EXIF to say so', (portrait) => portrait.rotate(-90).withMetadata({ orientation: 6 })],
    ['a dark picture', (portrait) => portrait.linear(0.5, 0)],
    ['a little blur', (portrait) => portrait.blur(1)],
    ['with alpha', (portrait) => portrait.ensureAlpha()],
  ])('recognises the same picture as %s', async (_, change) => {
    const reference = await enrol(await readPortrait('anna'))
    const image = change(await cropPortrait('anna'))
    const { hasAlpha } = await image.clone().metadata()
    const bytes = await (hasAlpha ? image.png() : image.jpeg({ quality: 92 })).toBuffer()
    const result = await engine.verify(bytes, [reference])
    expect(result).toMatchObject({ outcome: 'compared', matchLevel: 5, nearest: 0 })
  })

  // Rotating a picture resamples it; what differs beyond that is the pipeline's.
  it('knows a face however the head is tilted, and the picture held', async () => {
    const reference = await enrol(await readPortrait('anna'))
    const distances = new Map<number, number>()
    for (const degrees of [-150, -120, -90, -60, -45, -30, -15, 15, 30, 45, 60, 90, 120, 150, 180]) {
      const image = await changed((portrait) => portrait.rotate(degrees, { background: '#888' }))
      const result = await engine.verify(image, [reference])
      distances.set(degrees, result.outcome === 'compared' ? result.distance : Number.POSITIVE_INFINITY)
    }
    for (const [degrees, distance] of distances) expect([degrees, distance < 0.4]).toEqual([degrees, true])
  })

  it('compares with what several enrolled pictures have in common', async () => {
    const dark = await enrol(await changed((portrait) => portrait.linear(0.3, 0)))
    const bright = await enrol(await changed((portrait) => portrait.linear(1.6, 0)))
    const alone = await engine.verify(await readPortrait('anna'), [bright])
    const both = await engine.verify(await readPortrait('anna'), [dark, bright])
    if (alone.outcome !== 'compared' || both.outcome !== 'compared') throw new Error('not compared')
    expect(both.nearest).toBe(1)
    expect(both.distance).toBeLessThan(alone.distance)
  })

  it('tells two people apart, and names the nearest template', async () => {
    const [anna, bella] = [await enrol(await readPortrait('anna')), await enrol(await readPortrait('bella'))]
    const other = await engine.verify(await readPortrait('anna'), [bella])
    expect(other).toMatchObject({ outcome: 'compared', matchLevel: 0 })
    const both = await engine.verify(await readPortrait('anna'), [bella, anna])
    expect(both).toEqual({
      outcome: 'compared',
      distance: 0,
      matchLevel: 5,
      nearest: 1,
      print: expect.any(Uint8Array),
    })
  })

  it('compares with templates of its own model only', async () => {
    const foreign = { ...engine.model, modelId: 'other/512', values: new Float32Array(512) }
    expect(await engine.verify(await readPortrait('anna'), [foreign])).toEqual({
      outcome: 'no_comparable_template',
    })
  })
})

describe('a face is refused', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['no_face', () => changed((portrait) => portrait.extract({ left: 0, top: 0, width: 90, height: 90 }))],
    ['no_face', () => changed((portrait) => portrait.extract({ left: 0, top: 0, width: 1, height: 1 }))],
    ['no_face', readTorso],
    ['several_faces', () => readSample(1)],
    ['several_faces', () => readSample(6)],
    ['face_too_small', () => changed((portrait) => portrait.resize(130))],
    ['face_turned', readHalfProfile],
    ['face_blurry', () => changed((portrait) => portrait.blur(7))],
  ])('%s', async (reason, read) => {
    expect(await engine.enrol(await read())).toEqual({ outcome: 'face_refused', reason })
  })

  it('does not refuse for a bystander a third as tall', async () => {
    const bystander = await (await cropPortrait('bella')).resize(150).png().toBuffer()
    const image = await changed((portrait) =>
      portrait
        .extend({ right: 200, background: '#888' })
        .composite([{ input: bystander, left: 480, top: 200 }]),
    )
    expect((await engine.enrol(image)).outcome).toBe('enrolled')
  })
})

describe('a picture is refused', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['image_too_large', async () => new Uint8Array(5 * 1024 * 1024 + 1)],
    ['image_type_unsupported', async () => new Uint8Array()],
    ['image_type_unsupported', async () => (await cropPortrait('anna')).webp().toBuffer()],
    ['image_truncated', async () => (await readPortrait('anna')).subarray(0, 9000)],
  ])('%s', async (reason, read) => {
    expect(await engine.enrol(await read())).toEqual({ outcome: 'image_refused', reason })
  })
})

describe('the engine', () => {
  it('runs native code, and says so', () => {
    expect(engine.runtime).toEqual({ kind: 'native' })
  })

  it('makes the same template on WebAssembly', async () => {
    const other = await createFaceEngine({ workers: 1, runtime: 'wasm' })
    expect(other.runtime).toEqual({ kind: 'wasm' })
    const reference = await enrol(await readPortrait('anna'))
    const result = await other.verify(await readPortrait('anna'), [reference])
    await other.close()
    expect(result).toEqual({
      outcome: 'compared',
      distance: expect.closeTo(0, 4),
      matchLevel: 5,
      print: expect.any(Uint8Array),
      nearest: 0,
    })
  })

  it('stops waiting when aborted', async () => {
    const image = await readPortrait('anna')
    await expect(engine.enrol(image, { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow(
      'gone',
    )
  })

  it('takes nothing after it is closed', async () => {
    const other = await createFaceEngine({ workers: 1 })
    await other.close()
    await expect(other.enrol(await readPortrait('anna'))).rejects.toMatchObject({ code: 'closed' })
  })
})
