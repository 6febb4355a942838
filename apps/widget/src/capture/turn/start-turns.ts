import { createChallengeClient } from '../../api/challenge-client.ts'
import { createDetectorWorker } from '../create-detector-worker.ts'
import { createFrameKeeper } from './keep-frames.ts'
import { type RunTurnOptions, runTurn } from './run-turn.ts'

type StartTurnsOptions = Omit<RunTurnOptions, 'keeper' | 'client'> & { token: string }

/** The turns with their real parts. */
export const startTurns = async ({ token, ...options }: StartTurnsOptions) => {
  const keeper = createFrameKeeper(createDetectorWorker)
  try {
    return await runTurn({ ...options, keeper, client: createChallengeClient({ token }) })
  } finally {
    keeper.close()
  }
}
