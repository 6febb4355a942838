import { randomInt } from 'node:crypto'
import { TURN_DELAYS_MS, TURN_SIDES, type TurnSide } from '@visavis/shared/liveness'

const draw = <Value>(values: readonly [Value, ...Value[]]): Value =>
  values[randomInt(values.length)] ?? values[0]

/** What is asked for next. Not known to anybody before the moment it is told. */
export const drawStep = (): { side: TurnSide; afterMs: number } => ({
  side: draw(TURN_SIDES),
  afterMs: draw(TURN_DELAYS_MS),
})
