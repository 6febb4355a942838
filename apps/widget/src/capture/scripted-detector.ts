import { DetectorError, type FaceDetector } from './face-detector.ts'
import type { FaceMeasures } from './face-measures.ts'

/** A measured face that passes every check, in a 1280×720 frame. */
export const goodFace = (changes: Partial<FaceMeasures> = {}): FaceMeasures => ({
  frame: { width: 1280, height: 720 },
  secondFaceShare: 0,
  interEyePx: 120,
  eyeToChinPx: 210,
  eyes: { x: 640, y: 310 },
  centre: { x: 640, y: 360 },
  isInside: true,
  pose: { yaw: 0, pitch: 0, roll: 0 },
  eyeOpenness: 0.07,
  light: { underExposed: 0.1, overExposed: 0 },
  sharpness: 100,
  ...changes,
})

/** Answers what it is told: the tests' detector. The last answer repeats; `'broken'` breaks it for good. */
export const createScriptedDetector = (
  answers: readonly (FaceMeasures | null | 'broken')[],
): FaceDetector & { analysed: number } => {
  let isClosed = false
  const detector = {
    analysed: 0,
    analyse: async (frame: ImageBitmap) => {
      const answer = answers[Math.min(detector.analysed, answers.length - 1)] ?? null
      detector.analysed += 1
      if (answer === 'broken') isClosed = true
      if (isClosed || answer === 'broken') {
        frame.close()
        throw new DetectorError('scripted')
      }
      return { frame, measures: answer }
    },
    close: () => {
      isClosed = true
    },
  }
  return detector
}
