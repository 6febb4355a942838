import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { TurnView } from '../turn/turn-view.ts'
import { type FakeFrame, fakeFrame } from './fake-frame.ts'
import { createScriptedDetector, headAt, NOBODY } from './scripted-detector.ts'

const FRAME_MS = 66

export interface FakeHeadOptions {
  /** Degrees a second, or what they are at a time. */
  speed?: number | ((at: number) => number)
  /** How far it turns, to the side it is asked for. */
  reach?: number
  /** Where it points when it looks straight. */
  zero?: number
  /** After what it is asked, ms. */
  reaction?: number
  /** What the detector takes for a frame, ms. */
  detectorMs?: number
  /** What the head does in place of what it is asked: the yaw it goes to, `null` for out of the picture. */
  instead?: (ask: TurnView['ask'], at: number) => number | null | undefined
}

/** A head before a camera, on a clock of its own: it does what the screen asks, and the detector sees its pose. */
export const createFakeHead = (options: FakeHeadOptions = {}) => {
  const { speed = 40, reach = 27, zero = 0, reaction = 200, detectorMs = 20, instead } = options
  const made: FakeFrame[] = []
  const poses = new WeakMap<object, number | null>()
  let clock = 0
  let asked: { ask: TurnView['ask']; at: number } = { ask: 'centre', at: 0 }
  let ask: TurnView['ask'] = 'centre'
  let yaw = zero
  let waiting: { due: number; wake: () => void }[] = []

  const goal = (): number | null => {
    if (clock - asked.at >= reaction) ask = asked.ask
    const other = instead?.(ask, clock)
    if (other !== undefined) return other
    return zero + (ask === 'centre' ? 0 : ask === 'left' ? reach : -reach)
  }
  const move = (): number | null => {
    const to = goal()
    if (to === null) return null
    const step = ((typeof speed === 'number' ? speed : speed(clock)) * FRAME_MS) / 1000
    yaw += Math.max(-step, Math.min(step, to - yaw))
    return yaw
  }

  async function* frames(): AsyncGenerator<GrabbedFrame> {
    for (;;) {
      // Everything that the last frame led to has happened.
      await new Promise((resolve) => setTimeout(resolve, 0))
      clock += FRAME_MS
      const frame = fakeFrame()
      poses.set(frame, move())
      made.push(frame)
      const due = waiting.filter((sleeper) => sleeper.due <= clock)
      waiting = waiting.filter((sleeper) => sleeper.due > clock)
      for (const { wake } of due) wake()
      yield frame
    }
  }
  const detector = createScriptedDetector(async (frame) => {
    const pose = poses.get(frame)
    const due = clock + detectorMs
    if (detectorMs >= FRAME_MS) await new Promise<void>((wake) => waiting.push({ due, wake }))
    return typeof pose === 'number' ? headAt(pose) : NOBODY
  })
  return {
    frames: frames(),
    detector,
    now: () => clock,
    /** What the screen shows. */
    see: (view: TurnView) => {
      if (view.ask !== asked.ask) asked = { ask: view.ask, at: clock }
    },
    /** Frames that nobody let go. */
    open: () => made.filter((frame) => !frame.isClosed),
  }
}
