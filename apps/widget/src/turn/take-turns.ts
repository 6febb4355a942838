import { CaptureApiError } from '../api/capture-api-error.ts'
import { createChallengeClient } from '../api/challenge-client.ts'
import type { Sign } from '../api/sign.ts'
import { createDetectorWorker } from '../detector/create-detector-worker.ts'
import { runTask, type Watched } from '../detector/run-task.ts'
import { createFrameKeeper } from './keep-frames.ts'
import { createTurnRecorder } from './record-turn.ts'
import { createTurnTask, type TurnTaskOptions, type Unturned } from './turn-task.ts'

interface TakeTurnsOptions extends Omit<TurnTaskOptions, 'keeper' | 'client' | 'recorder' | 'now'> {
  /** The capture token. */
  token: string
  sign?: Sign | undefined
  watched: Watched
  /** What to make a video of; null: of nothing. */
  recorded: MediaStream | null
}

/**
 * The turns with their real parts. `done`: the picture follows; null: none does.
 * @throws DetectorError when nobody can be seen
 */
export const takeTurns = async ({
  token,
  sign,
  watched,
  recorded,
  ...options
}: TakeTurnsOptions): Promise<'done' | Unturned | null> => {
  const keeper = createFrameKeeper(createDetectorWorker)
  const recorder = recorded ? createTurnRecorder(recorded) : undefined
  const client = createChallengeClient({ token, sign })
  try {
    const task = createTurnTask({ ...options, now: watched.now, keeper, recorder, client })
    const taken = await runTask(task, watched)
    if (taken === 'done') options.emit({ type: 'turn.finished' })
    if (taken === null) options.emit({ type: 'turn.stuck' })
    return taken
  } catch (error) {
    if (!(error instanceof CaptureApiError)) throw error
    options.emit({ type: 'turn.failed', error })
    return null
  } finally {
    keeper.close()
  }
}
