import { describe, expect, it } from 'vitest'
import type { DetectedFace, FaceDetector } from './face-detector.ts'
import { findFaces } from './find-faces.ts'

const PIXELS = { data: new Uint8Array(), width: 1000, height: 600 }

/** A square face: left edge, side, score. */
const face = (x: number, side: number, score: number): DetectedFace => ({
  box: { x, y: 100, width: side, height: side },
  score,
})
/** A detector that sees the given faces at each side of its input, and remembers which sides were asked for, each with the margin added. */
const scripted = (seen: Record<number, DetectedFace[]>) => {
  const asked: number[] = []
  const detect: FaceDetector = async (_, { size, minScore, margin = 0 }) => {
    const look = margin === 0 ? size : size + margin
    asked.push(look)
    return (seen[look] ?? []).filter(({ score }) => score >= minScore)
  }
  return { detect, asked }
}

describe('findFaces', () => {
  it('believes one quick look at a large, clear face', async () => {
    const { detect, asked } = scripted({ 224: [face(300, 400, 0.9)] })
    expect(await findFaces(detect, PIXELS)).toEqual({ main: face(300, 400, 0.9), hasRival: false })
    expect(asked).toEqual([224])
  })

  it('ignores a bystander, even an unclear one', async () => {
    const { detect, asked } = scripted({ 224: [face(300, 400, 0.9), face(800, 150, 0.3)] })
    expect((await findFaces(detect, PIXELS)).hasRival).toBe(false)
    expect(asked).toEqual([224])
  })

  it('sees a rival at the quick look', async () => {
    const { detect, asked } = scripted({ 224: [face(100, 400, 0.9), face(600, 300, 0.7)] })
    expect(await findFaces(detect, PIXELS)).toEqual({ main: face(100, 400, 0.9), hasRival: true })
    expect(asked).toEqual([224])
  })

  it('looks further when something of the same size is unclear, and lets the looks vote', async () => {
    const rival = face(600, 380, 0.2)
    const found = scripted({ 224: [face(100, 400, 0.9), rival], 416: [face(600, 380, 0.6)] })
    expect((await findFaces(found.detect, PIXELS)).hasRival).toBe(true)
    expect(found.asked).toEqual([224, 160, 416])
    const notFound = scripted({ 224: [face(100, 400, 0.9), rival] })
    expect((await findFaces(notFound.detect, PIXELS)).hasRival).toBe(false)
  })

  it('looks further when the face is small, because a rival of it would be too small for the quick look', async () => {
    const { detect } = scripted({
      224: [face(100, 200, 0.9)],
      416: [face(100, 200, 0.9), face(600, 190, 0.8)],
    })
    expect((await findFaces(detect, PIXELS)).hasRival).toBe(true)
  })

  it('looks at every scale before it says there is none', async () => {
    const { detect, asked } = scripted({})
    expect(await findFaces(detect, PIXELS)).toEqual({ main: null, hasRival: false })
    expect(asked).toEqual([224, 160, 416, 128, 320, 224.25, 160.5, 608])
  })

  it('finds a face that fills the picture at the smallest scale only', async () => {
    const { detect } = scripted({ 128: [face(200, 580, 0.8)] })
    expect((await findFaces(detect, PIXELS)).main).toEqual(face(200, 580, 0.8))
  })

  it('finds a face that the picture cuts once there is something around it', async () => {
    const { detect } = scripted({ 224.25: [face(-40, 700, 0.8)] })
    expect((await findFaces(detect, PIXELS)).main).toEqual(face(-40, 700, 0.8))
  })

  it('looks only a little further at a picture that probably shows nothing', async () => {
    const { detect, asked } = scripted({})
    await findFaces(detect, PIXELS, { isThorough: false })
    expect(asked).toEqual([224, 160, 416])
  })

  it('adds up looks that half believe in the same face, and forgets those that stand alone', async () => {
    const { detect } = scripted({
      224: [face(300, 300, 0.3)],
      160: [face(310, 300, 0.3)],
      128: [face(700, 250, 0.35)],
    })
    const { main, hasRival } = await findFaces(detect, PIXELS)
    expect(main?.box.x).toBe(300)
    expect(main?.score).toBeCloseTo(1 - 0.7 * 0.7)
    expect(hasRival).toBe(false)
  })
})
