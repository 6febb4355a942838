import type { FaceObservation, ObserveResult, TurnJudgement } from '@visavis/face-engine'
import type { LivenessEngine } from '../features/checks/index.ts'
import { fakeFrame } from './fake-frame.ts'

export interface ScriptedLiveness extends LivenessEngine {
  /** What the next looks at a turn say of it, in order; then all pass. */
  problems: TurnJudgement['problems'][]
  passive: ReturnType<LivenessEngine['judgePassive']>
  /** Whom a picture shows: by default always the same person. */
  personOf(image: Uint8Array): string
  sceneOf(image: Uint8Array): string
  /** What looking at a picture gives instead. */
  refusalOf(image: Uint8Array): ObserveResult | undefined
  /** For whom pictures were looked at so far. */
  observed: { tenantId: string | undefined; isPersonWaiting: boolean | undefined }[]
  duringObserve: () => Promise<void>
  /** Of which frames strips were made so far. */
  strips: (readonly (readonly Uint8Array[])[])[]
  /** Sees nothing wrong again. */
  reset(): void
}

const PASSED = { outcome: 'passed', score: 0.95 } as const

const toDefaults = () => ({
  problems: [] as TurnJudgement['problems'][],
  passive: PASSED as ScriptedLiveness['passive'],
  personOf: (_image: Uint8Array) => 'Ada',
  sceneOf: (_image: Uint8Array) => 'at home',
  refusalOf: (_image: Uint8Array): ObserveResult | undefined => undefined,
  observed: [] as ScriptedLiveness['observed'],
  strips: [] as ScriptedLiveness['strips'],
  duringObserve: async () => {},
})

/** Unit tests only: sees what it is told. */
export const createScriptedLiveness = (): ScriptedLiveness => {
  const imageOf = new WeakMap<FaceObservation, Uint8Array>()
  const same = (of: (image: Uint8Array) => string, a: FaceObservation, b: FaceObservation) =>
    of(imageOf.get(a) ?? new Uint8Array()) === of(imageOf.get(b) ?? new Uint8Array())
  const engine: ScriptedLiveness = {
    modelId: 'scripted-liveness',
    ...toDefaults(),
    reset: () => Object.assign(engine, toDefaults()),
    observe: async (image, { tenantId, isPersonWaiting }) => {
      engine.observed.push({ tenantId, isPersonWaiting })
      await engine.duringObserve()
      const refusal = engine.refusalOf(image)
      if (refusal) return refusal
      const observation: FaceObservation = {
        width: 640,
        height: 480,
        mesh: new Float32Array(468 * 3),
        pose: { yaw: 0, pitch: 0, roll: 0 },
        template: { modelId: 'scripted', pipelineId: 'scripted', values: new Float32Array() },
        passiveScore: engine.passive.score,
        moire: 1,
        light: { face: 128, around: 128 },
      }
      imageOf.set(observation, image)
      return { outcome: 'observed', observation }
    },
    filmstrip: async (rows) => {
      engine.strips.push(rows)
      return fakeFrame()
    },
    judgePassive: () => engine.passive,
    judgeTurn: () => ({
      problems: engine.problems.shift() ?? [],
      turned: 27,
      relief: 1,
      correlation: 0.98,
      foreshortening: 0,
    }),
    isSamePerson: (a, b) => same((image) => engine.personOf(image), a, b),
    isSameScene: (a, b) => same((image) => engine.sceneOf(image), a, b),
  }
  return engine
}
