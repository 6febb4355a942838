import type { FrameQuality } from '@visavis/face-quality/frame-types'
import { rawOf } from '@visavis/face-quality/results'
import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { FaceDetector } from '../detector/face-detector.ts'

/** What the detector saw of a frame; `yaw` undefined: no face. */
export interface Look {
  at: number
  yaw: number | undefined
  quality: FrameQuality
}

interface WatchFacesOptions {
  detector: FaceDetector
  /** Each is taken over. */
  frames: AsyncIterator<GrabbedFrame>
  /** Sees every frame when it comes, also those the detector has no time for. */
  onFrame: (frame: GrabbedFrame, at: number) => void
  /** Monotonic, ms. */
  now: () => number
}

type Coming = { frame: GrabbedFrame; at: number } | null

/** Faces, one frame after the other, as fast as the detector goes. @throws DetectorError */
export async function* watchFaces({
  detector,
  frames,
  onFrame,
  now,
}: WatchFacesOptions): AsyncGenerator<Look, void> {
  const next = (): Promise<Coming> =>
    frames.next().then(({ done, value }) => (done ? null : { frame: value, at: now() }))
  const look = async (taken: GrabbedFrame, at: number): Promise<Look> => {
    const { frame, quality } = await detector.analyse(taken)
    frame.close()
    return { at, yaw: quality.faceCount > 0 ? rawOf(quality, 'HeadPoseYaw') : undefined, quality }
  }
  let coming = next()
  let looking: Promise<Look> | null = null
  try {
    for (;;) {
      const got: Look | Coming = await (looking === null ? coming : Promise.race([looking, coming]))
      if (!got) return
      if ('quality' in got) {
        looking = null
        yield got
        continue
      }
      coming = next()
      try {
        onFrame(got.frame, got.at)
      } catch (error) {
        got.frame.close()
        throw error
      }
      if (looking === null) looking = look(got.frame, got.at)
      else got.frame.close()
    }
  } finally {
    // Whoever stops in the middle leaves a frame on its way, and one with the detector.
    void coming.then((got) => got?.frame.close()).catch(() => {})
    looking?.catch(() => {})
  }
}
