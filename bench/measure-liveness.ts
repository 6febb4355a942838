import {
  createFaceEngine,
  type FaceObservation,
  isSamePerson,
  isSameScene,
  judgePassive,
  judgeTurn,
} from '@visavis/face-engine'
import sharp from 'sharp'
import type { Picture } from './pictures.ts'
import { type Measurement, percentile } from './report.ts'

/** What the page sends of a turn: two of them, of so many frames. */
const TURNS = 2
const FRAMES_PER_TURN = 7
const FRAME = { side: 640, quality: 80 } as const
const CHECKED_PICTURES = 10

/** Milliseconds of processor of all threads. */
const processorTime = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Two turns and a selfie, as the server judges them, and the selfie compared; the frames of a turn are the same picture,
 * which costs the same.
 */
export const measureLiveness = async (pictures: readonly Picture[]): Promise<Measurement[]> => {
  const engine = await createFaceEngine({ workers: 1 })
  const observe = async (bytes: Uint8Array): Promise<FaceObservation | undefined> => {
    const result = await engine.observe(bytes)
    return result.outcome === 'observed' ? result.observation : undefined
  }
  const check = async (frame: Uint8Array, selfie: Uint8Array): Promise<void> => {
    const taken = await observe(selfie)
    if (!taken) return
    for (let turn = 0; turn < TURNS; turn += 1) {
      const frames = []
      for (let at = 0; at < FRAMES_PER_TURN; at += 1) {
        const observation = await observe(frame)
        // Turned a little more each time, so that all of it is judged.
        if (observation)
          frames.push({ observation: { ...observation, pose: { yaw: 4 * at, pitch: 0, roll: 0 } }, at })
      }
      judgeTurn(frames, 'left', engine.model)
      judgePassive(frames.map(({ observation }) => observation))
      const [first] = frames
      if (first) isSamePerson(first.observation, taken, engine.model, 'selfie')
      if (first) isSameScene(first.observation, taken)
    }
    const templates = [taken.template]
    if (!engine.compare(taken, templates)) await engine.verify(selfie, templates)
  }
  const [single, whole]: [number[], number[]] = [[], []]
  for (const { bytes } of pictures.slice(0, CHECKED_PICTURES)) {
    const frame = await sharp(bytes)
      .resize(FRAME.side, FRAME.side, { fit: 'inside' })
      .jpeg({ quality: FRAME.quality })
      .toBuffer()
    // The first one loads the networks.
    if (!(await observe(frame))) continue
    single.push(await processorTime(() => observe(frame)))
    whole.push(await processorTime(() => check(frame, bytes)))
  }
  await engine.close()
  return [
    { metric: 'observation of a frame, CPU p50', value: percentile(single, 0.5), unit: 'ms' },
    {
      metric: `liveness and comparison, ${TURNS} turns of ${FRAMES_PER_TURN} frames and a selfie, CPU p50`,
      value: percentile(whole, 0.5),
      unit: 'ms',
      // About a second of one core.
      target: { at: 'most', limit: 1000 },
    },
  ]
}
