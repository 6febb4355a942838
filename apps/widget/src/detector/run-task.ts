import { rawOf } from '@visavis/face-quality/results'
import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { FaceDetector, MeasuredFrame } from './face-detector.ts'

/** What the detector saw of a frame of the camera. */
export interface Analysis extends MeasuredFrame {
  /** When the frame came; monotonic, ms. */
  at: number
  /** Where the head points, in degrees, to the person's own left above zero; undefined: no face. */
  yaw: number | undefined
}

/**
 * One thing that the person does before the camera, guided until it is done: the selfie, or the turns of the head before
 * it. It pulls what is seen, because between two looks it may have to wait, for the server or for the person to read.
 */
export interface CaptureTask<Taken> {
  /**
   * Sees every frame when it comes, also those the detector has no time for; they are not the task's. Without it no frame
   * is made while the detector looks at one.
   */
  onFrame?: (frame: GrabbedFrame, at: number) => void
  /** Each frame of `seen` is the task's to close or to keep. */
  take: (seen: AsyncIterableIterator<Analysis, void>) => Promise<Taken>
}

/** The camera's frames, and who looks at them. */
export interface Watched {
  detector: FaceDetector
  /** Each is taken over. */
  frames: AsyncIterableIterator<GrabbedFrame>
  /** Monotonic, ms. */
  now: () => number
}

const analyse = async (detector: FaceDetector, grabbed: GrabbedFrame, at: number): Promise<Analysis> => {
  const { frame, quality } = await detector.analyse(grabbed)
  return { frame, quality, at, yaw: quality.faceCount > 0 ? rawOf(quality, 'HeadPoseYaw') : undefined }
}

async function* analyseEach({ detector, frames, now }: Watched): AsyncGenerator<Analysis, void> {
  for await (const grabbed of frames) yield await analyse(detector, grabbed, now())
}

type Coming = { grabbed: GrabbedFrame; at: number } | null

/** As fast as the detector goes. */
async function* analyseBeside(
  { detector, frames, now }: Watched,
  onFrame: (frame: GrabbedFrame, at: number) => void,
): AsyncGenerator<Analysis, void> {
  const next = (): Promise<Coming> =>
    frames.next().then(({ done, value }) => (done ? null : { grabbed: value, at: now() }))
  let coming = next()
  let looking: Promise<Analysis> | null = null
  try {
    for (;;) {
      const got: Analysis | Coming = await (looking === null ? coming : Promise.race([looking, coming]))
      if (!got) return
      if ('quality' in got) {
        looking = null
        yield got
        continue
      }
      coming = next()
      try {
        onFrame(got.grabbed, got.at)
      } catch (error) {
        got.grabbed.close()
        throw error
      }
      if (looking === null) looking = analyse(detector, got.grabbed, got.at)
      else got.grabbed.close()
    }
  } finally {
    // Whoever stops in the middle leaves a frame on its way, and one with the detector.
    void coming.then((got) => got?.grabbed.close()).catch(() => {})
    void looking?.then(({ frame }) => frame.close()).catch(() => {})
  }
}

/** @throws DetectorError, and what the task throws */
export const runTask = async <Taken>(
  { onFrame, take }: CaptureTask<Taken>,
  watched: Watched,
): Promise<Taken> => {
  const seen = onFrame ? analyseBeside(watched, onFrame) : analyseEach(watched)
  try {
    return await take(seen)
  } finally {
    await seen.return()
  }
}
