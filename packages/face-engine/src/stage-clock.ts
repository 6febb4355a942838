const STAGES = ['decode', 'detect', 'landmarks', 'quality', 'template'] as const
export type Stage = (typeof STAGES)[number]

/** Milliseconds spent in each stage; 0 for those not reached. */
export type StageTimes = Record<Stage, number>

export interface StageClock {
  times: StageTimes
  /** Charges the time since the last call, or since the clock was made, to a stage. */
  end(stage: Stage): void
}

export const createStageClock = (): StageClock => {
  const times: StageTimes = { decode: 0, detect: 0, landmarks: 0, quality: 0, template: 0 }
  let last = performance.now()
  return {
    times,
    end: (stage) => {
      const now = performance.now()
      times[stage] += now - last
      last = now
    },
  }
}
