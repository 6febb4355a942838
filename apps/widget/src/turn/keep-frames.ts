import type { GrabbedFrame } from '../camera/video-frames.ts'
import { DetectorError } from '../detector/face-detector.ts'
import type { DetectorPort } from '../detector/mediapipe-detector.ts'

/** No turn that can be sent takes longer from its last straight frame to the peak; and a frame or two before it. */
const KEEP_MS = 3500
/** A device that does not keep up leaves frames out rather than fall behind. */
const MAX_WAITING = 3

export interface FrameKeeper {
  /** Makes a small JPEG of it; the frame stays the caller's. @throws DetectorError when no frame can be kept any more */
  keep(frame: GrabbedFrame, at: number): void
  /** When the frames that are kept were taken, oldest first. */
  times(): number[]
  /** In the order asked for. @throws DetectorError */
  take(times: readonly number[]): Promise<Blob[]>
  close(): void
}

const copyOf = (frame: GrabbedFrame): GrabbedFrame | Promise<GrabbedFrame> =>
  'clone' in frame ? frame.clone() : createImageBitmap(frame)

/**
 * The last seconds of the camera, as small pictures. In a worker of its own: behind a detector that takes its time there
 * would be three frames a second, and a turn has to be seen in at least five.
 */
export const createFrameKeeper = (createWorker: () => DetectorPort): FrameKeeper => {
  const worker = createWorker()
  const kept = new Map<number, Promise<Blob>>()
  const waiting = new Map<
    number,
    { resolve: (picture: Blob) => void; reject: (why: DetectorError) => void }
  >()
  let broken: DetectorError | null = null

  const giveUp = (why: string) => {
    broken ??= new DetectorError(why)
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }
  const stop = (why: string) => {
    giveUp(why)
    worker.terminate()
  }
  worker.onerror = () => stop('the worker failed')
  worker.onmessage = ({ data }) => {
    if (data.type !== 'shrunk') return stop(data.type === 'failed' ? data.detail : 'unexpected answer')
    waiting.get(data.at)?.resolve(data.picture)
    waiting.delete(data.at)
  }

  return {
    keep: (frame, at) => {
      if (broken) throw broken
      for (const old of kept.keys()) if (old < at - KEEP_MS) kept.delete(old)
      if (waiting.size >= MAX_WAITING) return
      const picture = new Promise<Blob>((resolve, reject) => waiting.set(at, { resolve, reject }))
      // Most are never asked for.
      picture.catch(() => {})
      kept.set(at, picture)
      const send = (copy: GrabbedFrame) => worker.postMessage({ type: 'shrink', frame: copy, at }, [copy])
      const copy = copyOf(frame)
      if (copy instanceof Promise) copy.then(send, () => stop('no copy'))
      else send(copy)
    },
    times: () => [...kept.keys()],
    take: (times) =>
      Promise.all(times.map((at) => kept.get(at) ?? Promise.reject(broken ?? new DetectorError('not kept')))),
    close: () => {
      giveUp('closed')
      worker.postMessage({ type: 'end' }, [])
    },
  }
}
