import type { FrameQuality } from '@visavis/face-quality/frame-types'
import { afterEach, describe, expect, it } from 'vitest'
import { DetectorError, type FaceDetector } from '../detector/face-detector.ts'
import { fakeFrame } from './fake-frame.ts'
import { goodFace, NOBODY } from './scripted-detector.ts'

type Answer = FrameQuality | 'broken'

/** What every detector must do. `create`: one that sees `answers`, one a frame. */
export const describeDetector = (
  name: string,
  create: (answers: readonly Answer[]) => Promise<FaceDetector>,
) =>
  describe(`detector ${name}`, () => {
    let detector: FaceDetector | null = null
    const start = async (...answers: Answer[]) => {
      detector = await create(answers)
      return detector
    }
    afterEach(() => detector?.close())

    it('gives the frame back with its quality', async () => {
      const face = goodFace({ sharpness: 0.7 })
      const { analyse } = await start(face)
      const frame = fakeFrame()
      expect(await analyse(frame)).toMatchObject({ frame, quality: face })
      expect(frame.isClosed).toBe(false)
    })
    it('nobody there is an answer', async () => {
      const { analyse } = await start(NOBODY, goodFace())
      expect((await analyse(fakeFrame())).quality.faceCount).toBe(0)
      expect((await analyse(fakeFrame())).quality.faceCount).toBe(1)
    })
    it('stays broken once it is', async () => {
      const { analyse } = await start('broken', goodFace())
      await expect(analyse(fakeFrame())).rejects.toThrow(DetectorError)
      await expect(analyse(fakeFrame())).rejects.toThrow(DetectorError)
    })
    it('encodes a frame, looks at the result, and leaves the frame alone', async () => {
      const { encode } = await start(goodFace())
      const frame = fakeFrame()
      const { picture, quality } = await encode(frame, 1000)
      expect(picture.size).toBeGreaterThan(0)
      expect(quality.faceCount).toBe(1)
      expect(frame.isClosed).toBe(false)
    })
    it('refuses frames after it was closed', async () => {
      const { analyse, encode, close } = await start(goodFace())
      close()
      await expect(encode(fakeFrame(), 1000)).rejects.toThrow(DetectorError)
      await expect(analyse(fakeFrame())).rejects.toThrow(DetectorError)
    })
  })
