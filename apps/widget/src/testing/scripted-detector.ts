import type { ComponentName, ComponentResult } from '@visavis/face-quality/components'
import type { FrameQuality, GeometryMeasures, PixelMeasures } from '@visavis/face-quality/frame-types'
import { toResult } from '@visavis/face-quality/results'
import type { GrabbedFrame } from '../camera/video-frames.ts'
import { DetectorError, type FaceDetector } from '../detector/face-detector.ts'

const GOOD_RAWS = {
  SingleFacePresent: 0,
  InterEyeDistance: 120,
  HeadSize: 0.29,
  EyesOpen: 0.07,
  HeadPoseYaw: 0,
  HeadPosePitch: -7,
  HeadPoseRoll: 0,
  OverExposurePrevention: 0,
  IlluminationUniformity: 0.6,
} as const satisfies Partial<Record<ComponentName, number>>

interface Changes {
  raws?: Partial<Record<ComponentName, number>>
  sharpness?: number
  geometry?: Partial<GeometryMeasures>
  pixels?: Partial<PixelMeasures>
}

/** A measured face that passes every check, in a 1280×720 frame. */
export const goodFace = ({ raws, sharpness = 0.2, geometry, pixels }: Changes = {}): FrameQuality => ({
  faceCount: 1,
  components: [
    ...Object.entries({ ...GOOD_RAWS, ...raws }).map(([name, raw]) => toResult(name as ComponentName, raw)),
    toResult('Sharpness', { raw: sharpness, scalar: 90 }),
  ].filter((result): result is ComponentResult => result !== undefined),
  geometry: { offCentre: { x: 0, y: 0 }, outside: 0, shortSide: 720, motion: 0.5, ...geometry },
  pixels: {
    highlight: 120,
    tonalBits: 7,
    greyShare: 0,
    lidShare: 0.3,
    laplacian: 100,
    tenengrad: 100,
    ...pixels,
  },
})

export const NOBODY: FrameQuality = { faceCount: 0, components: [] }

/** The same, turned to its own left by so many degrees. */
export const headAt = (yaw: number): FrameQuality => goodFace({ raws: { HeadPoseYaw: yaw } })

type Answer = FrameQuality | 'broken'

/**
 * Answers what it is told, or what it is to see in each frame: the tests' detector. The last of a list repeats;
 * `'broken'` breaks it for good.
 */
export const createScriptedDetector = (
  answers: readonly Answer[] | ((frame: GrabbedFrame) => Answer | Promise<Answer>),
): FaceDetector & { analysed: number } => {
  const answerTo = (frame: GrabbedFrame, index: number) =>
    typeof answers === 'function' ? answers(frame) : answers[Math.min(index, answers.length - 1)]
  let isClosed = false
  const detector = {
    analysed: 0,
    analyse: async (frame: GrabbedFrame) => {
      const index = detector.analysed
      detector.analysed += 1
      const answer = (await answerTo(frame, index)) ?? NOBODY
      if (answer === 'broken') isClosed = true
      if (isClosed || answer === 'broken') {
        frame.close()
        throw new DetectorError('scripted')
      }
      // Fakes are both.
      return { frame: frame as ImageBitmap, quality: answer }
    },
    encode: async () => {
      if (isClosed) throw new DetectorError('scripted')
      return { picture: new Blob(['jpeg'], { type: 'image/jpeg' }), quality: goodFace() }
    },
    close: () => {
      isClosed = true
    },
  }
  return detector
}
