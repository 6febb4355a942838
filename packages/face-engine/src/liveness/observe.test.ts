/** From the bytes of a picture to what is seen of a head, on the networks themselves. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readNetwork } from '@visavis/face-models/networks'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createFaceEngine,
  type FaceEngine,
  type FaceObservation,
  judgePassive,
  judgeTurn,
  type TimedObservation,
} from '../index.ts'
import { holdPicture } from '../testing/held-picture.ts'
import { cropPortrait, readHead, readPortrait, readSample } from '../testing/portraits.ts'
import { boxOfMesh } from './face-mesh.ts'
import { isSamePerson } from './same-person.ts'

let engine: FaceEngine

beforeAll(async () => {
  engine = await createFaceEngine({ workers: 1 })
})
afterAll(() => engine.close())

const observe = async (image: Uint8Array): Promise<FaceObservation> => {
  const result = await engine.observe(image)
  if (result.outcome !== 'observed') throw new Error(JSON.stringify(result))
  return result.observation
}

describe('observe', () => {
  it('sees a head that looks straight ahead', async () => {
    const observation = await observe(await readHead('straight'))
    const { mesh, pose, template, passiveScore, moire, light } = observation
    expect(mesh).toHaveLength(3 * 468)
    for (const angle of Object.values(pose)) expect(Math.abs(angle)).toBeLessThan(8)
    expect(template).toMatchObject({ modelId: engine.model.id, pipelineId: engine.model.pipelineId })
    expect(passiveScore).toBeGreaterThanOrEqual(0.5)
    expect(moire).toBeLessThan(2.8)
    expect(light.face).toBeGreaterThan(40)
    const { width, height } = boxOfMesh(mesh)
    expect(width / observation.width).toBeGreaterThan(0.25)
    expect(width / observation.width).toBeLessThan(0.45)
    expect(height / width).toBeGreaterThan(0.9)
    expect(judgePassive([observation]).outcome).toBe('passed')
  })

  it.each([
    ['turned left', 31],
    ['turned right', -30],
  ] as const)('does not refuse a head that is %s, nor score it', async (name, yaw) => {
    const { pose, passiveScore, moire } = await observe(await readHead(name))
    expect(Math.abs(pose.yaw - yaw)).toBeLessThan(3)
    expect([passiveScore, moire]).toEqual([null, null])
  })

  it('takes the recogniser’s own template', async () => {
    const enrolled = await engine.enrol(await readPortrait('anna'))
    const { template } = await observe(await readPortrait('anna'))
    expect(enrolled).toMatchObject({ outcome: 'enrolled', template })
  })

  it('is compared without another look, and tells the same', async () => {
    const [anna, bella] = await Promise.all([readPortrait('anna'), readPortrait('bella')])
    const known = await engine.enrol(anna)
    if (known.outcome !== 'enrolled') throw new Error('anna is usable')
    const templates = [known.template]
    for (const picture of [anna, bella]) {
      const seen = await observe(picture)
      expect(seen.print).toHaveLength(17 * 16)
      expect(engine.compare(seen, templates)).toEqual(await engine.verify(picture, templates))
    }
    const other = { ...known.template, pipelineId: 'another' }
    expect(engine.compare({ ...(await observe(anna)), template: other }, templates)).toBeNull()
  })

  it('is looked at again where a comparison would refuse it', async () => {
    const turned = await observe(await readHead('turned left'))
    expect(turned).not.toHaveProperty('print')
    expect(engine.compare(turned, [turned.template])).toBeNull()
  })

  it('says the same each time', async () => {
    const image = await readPortrait('bella')
    expect(await observe(image)).toEqual(await observe(image))
  })

  it('sees the same head in a mirror, turned the other way', async () => {
    const portrait = await cropPortrait('bella')
    const [plain, mirrored] = [
      await observe(await portrait.clone().png().toBuffer()),
      await observe(await portrait.flop().png().toBuffer()),
    ]
    expect(plain.pose.yaw + mirrored.pose.yaw).toBeCloseTo(0, -0.5)
    expect(isSamePerson(plain, mirrored, engine.model, 'neighbours')).toBe(true)
  })

  it('levels a tilted head', async () => {
    const upright = await observe(await readPortrait('anna'))
    const tilted = await observe(
      await (await cropPortrait('anna')).rotate(25, { background: '#888' }).jpeg().toBuffer(),
    )
    expect(Math.abs(tilted.pose.roll - upright.pose.roll - 25)).toBeLessThan(4)
    expect(Math.abs(tilted.pose.yaw - upright.pose.yaw)).toBeLessThan(8)
  })

  it.each<[string, () => Promise<Uint8Array>]>([
    [
      'no_face',
      async () =>
        (await cropPortrait('anna')).extract({ left: 0, top: 0, width: 90, height: 90 }).jpeg().toBuffer(),
    ],
    // Clothes and hands in which the detector sees a face.
    [
      'no_face',
      async () =>
        sharp(await readSample(3))
          .extract({ left: 520, top: 780, width: 300, height: 300 })
          .jpeg()
          .toBuffer(),
    ],
    ['several_faces', () => readSample(1)],
    ['face_too_small', async () => (await cropPortrait('anna')).resize(130).jpeg().toBuffer()],
    ['face_blurry', async () => (await cropPortrait('anna')).blur(7).jpeg().toBuffer()],
  ])('refuses a face as verify does: %s', async (reason, read) => {
    expect(await engine.observe(await read())).toEqual({ outcome: 'face_refused', reason })
  })

  it.each<[string, () => Promise<Uint8Array>]>([
    ['image_too_large', async () => new Uint8Array(5 * 1024 * 1024 + 1)],
    ['image_type_unsupported', async () => new Uint8Array()],
    ['image_truncated', async () => (await readPortrait('anna')).subarray(0, 9000)],
  ])('refuses a picture as verify does: %s', async (reason, read) => {
    expect(await engine.observe(await read())).toEqual({ outcome: 'image_refused', reason })
  })

  it('stops waiting when aborted', async () => {
    const signal = AbortSignal.abort(new Error('gone'))
    await expect(engine.observe(await readPortrait('anna'), { signal })).rejects.toThrow('gone')
  })
})

describe('a picture held before the camera', () => {
  it.each([1, -1])('and turned as a head would be is not believed (%i)', async (sign) => {
    const picture = await readHead('straight')
    const frames: TimedObservation[] = []
    for (const degrees of [0, 10, 20, 30, 40, 50]) {
      const observation = await observe(await holdPicture(picture, sign * degrees))
      frames.push({ observation, at: 10 * degrees })
    }
    for (const side of ['left', 'right'] as const) {
      const { problems, turned, foreshortening } = judgeTurn(frames, side, engine.model)
      expect(turned).toBeLessThan(12)
      expect(foreshortening).toBeLessThan(-0.12)
      expect(problems).toContainEqual({ kind: 'spoof', reason: 'shrinks' })
    }
  })
})

describe('the passive network', () => {
  it('has a name', () => {
    expect(engine.liveness.modelId).toBe('passive-liveness/afa783b7')
  })

  it('may be the operator’s own', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'liveness-'))
    const livenessModelFile = path.join(folder, 'house-2.onnx')
    await writeFile(livenessModelFile, await readNetwork('passive-liveness'))
    const other = await createFaceEngine({ workers: 1, livenessModelFile })
    expect(other.liveness.modelId).toBe('house-2/afa783b7')
    expect((await other.observe(await readPortrait('anna'))).outcome).toBe('observed')
    await other.close()
    await rm(folder, { recursive: true })
  })

  it.each<[string, () => Promise<Uint8Array>]>([
    ['another network', () => readNetwork('face-landmarks-68')],
    ['no network', async () => new Uint8Array(100)],
  ])('stops the start when it is %s', async (_, read) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'liveness-'))
    const livenessModelFile = path.join(folder, 'wrong.onnx')
    await writeFile(livenessModelFile, await read())
    await expect(createFaceEngine({ workers: 1, livenessModelFile })).rejects.toMatchObject({
      code: 'unavailable',
    })
    await rm(folder, { recursive: true })
  })

  it('stops the start when it is missing', async () => {
    const livenessModelFile = path.join(tmpdir(), 'there-is-none.onnx')
    await expect(createFaceEngine({ workers: 1, livenessModelFile })).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})
