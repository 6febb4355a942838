import { createChallengeClient } from '../api/challenge-client.ts'
import type { Sign } from '../api/sign.ts'
import { createDetectorWorker } from '../detector/create-detector-worker.ts'
import { createFrameKeeper } from './keep-frames.ts'
import { createTurnRecorder } from './record-turn.ts'
import { type RunTurnOptions, runTurn } from './run-turn.ts'

interface StartTurnsOptions extends Omit<RunTurnOptions, 'keeper' | 'client' | 'recorder'> {
  token: string
  sign?: Sign | undefined
  /** What to make a video of; null: of nothing. */
  recorded: MediaProvider | null
}

/** The turns with their real parts. */
export const startTurns = async ({ token, sign, recorded, ...options }: StartTurnsOptions) => {
  const keeper = createFrameKeeper(createDetectorWorker)
  try {
    const recorder = recorded instanceof MediaStream ? createTurnRecorder(recorded) : undefined
    return await runTurn({ ...options, keeper, recorder, client: createChallengeClient({ token, sign }) })
  } finally {
    keeper.close()
  }
}
