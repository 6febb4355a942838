import type { TurnSide } from '@visavis/shared/liveness'
import type { RecognitionModel } from '../recognition/recognition-model.ts'
import { measureForeshortening } from './foreshortening.ts'
import { isFrontal } from './head-pose.ts'
import { measureParallax } from './parallax.ts'
import { isSamePerson } from './same-person.ts'
import type { FaceObservation, TimedObservation, TurnJudgement, TurnProblem } from './types.ts'

/** From here on relief stands out from the noise of the mesh. On this scale; about 17° of a real head. */
const MIN_TURN = 20
/** Beyond it the mesh guesses the far half of the face, and the recogniser no longer knows the person. */
const MAX_TURN = 36
/** A nod moves relief too, but up and down. */
const MAX_PITCH_CHANGE = 15
/** So far to the other side is no unsteady start any more. */
const WRONG_WAY = 10
/** Between neighbouring frames. More than this and the way between was not seen. */
const MAX_STEP = 18
/** Degrees a second. Asked to turn, people take half a second and more for 30°; a picture that is swapped takes none. */
const MAX_SPEED = 180
const MAX_GAP_MS = 350
/** A picture swapped for another has no frames on the way. */
const MIN_BETWEEN = 2
/** How far from both ends a frame has to be to count as on the way: more than the mesh trembles. */
const CLEAR_OF_ENDS = 4
/** Relief by the sine of the angle. 60 heads rendered out of portraits: 0.96 to 1.24. Flat things have none. */
const MIN_RELIEF = 0.75
/** Bent sheets have relief, but not where a head has it. The same heads: 0.954 and more. */
const MIN_CORRELATION = 0.88
/** A sheet turned by 23° has become narrower by this. The same heads, turned: 0.002 and more. */
const MIN_FORESHORTENING = -0.08
/**
 * Where the head did not turn. A smile alone makes -0.095 (204 pairs of pictures); a sheet turned by 40°, of which the mesh
 * sees 2 to 9° of yaw, -0.13 to -0.20.
 */
const MIN_UNTURNED_FORESHORTENING = -0.12

const RADIANS = Math.PI / 180
const ASKED_SIGN: Record<TurnSide, number> = { left: 1, right: -1 }

const unclear = (reason: Extract<TurnProblem, { kind: 'unclear' }>['reason']): TurnProblem => ({
  kind: 'unclear',
  reason,
})
const spoof = (reason: Extract<TurnProblem, { kind: 'spoof' }>['reason']): TurnProblem => ({
  kind: 'spoof',
  reason,
})

/** Place of the farthest frame that can still be judged. */
const peakOf = (turned: readonly number[]): number =>
  turned.reduce((best, angle, index) => (angle <= MAX_TURN && angle > (turned[best] ?? 0) ? index : best), 0)

/** What is wrong from one frame to the next. */
const judgeStep = (
  before: TimedObservation,
  after: TimedObservation,
  model: RecognitionModel,
): TurnProblem[] => {
  const problems: TurnProblem[] = []
  const [from, to] = [before.observation, after.observation]
  const passedMs = after.at - before.at
  const step = Math.hypot(to.pose.yaw - from.pose.yaw, to.pose.pitch - from.pose.pitch)
  const isFast = step * 1000 > MAX_SPEED * passedMs
  if (step > MAX_STEP && isFast) problems.push(spoof('jump'))
  // Slower than that it may be a head, and a camera that lost frames.
  else if (step > MAX_STEP || !(passedMs > 0 && passedMs <= MAX_GAP_MS)) problems.push(unclear('gap'))
  if (!isSamePerson(from, to, model, 'neighbours')) problems.push(spoof('other_person'))
  return problems
}

const judgeWay = (way: readonly TimedObservation[], turned: readonly number[]): TurnProblem[] => {
  const problems: TurnProblem[] = []
  const [first] = way
  if (!first) return [unclear('too_few')]
  const { pitch } = first.observation.pose
  const peak = turned.at(-1) ?? 0
  if (!isFrontal(first.observation.pose)) problems.push(unclear('not_frontal_first'))
  if (way.some(({ observation }) => Math.abs(observation.pose.pitch - pitch) > MAX_PITCH_CHANGE)) {
    problems.push(unclear('nodded'))
  }
  const between = turned.filter((angle) => angle > CLEAR_OF_ENDS && angle < peak - CLEAR_OF_ENDS)
  if (peak >= MIN_TURN && between.length < MIN_BETWEEN) problems.push(unclear('too_few'))
  return problems
}

type Shape = Pick<TurnJudgement, 'relief' | 'correlation' | 'foreshortening'>

const measureShape = (first: FaceObservation, peak: FaceObservation): Shape => {
  const angle = peak.pose.yaw - first.pose.yaw
  const { relief, correlation } = measureParallax(first.mesh, peak.mesh)
  return {
    relief: relief / Math.sin(angle * RADIANS),
    correlation,
    foreshortening: measureForeshortening(first.mesh, peak.mesh),
  }
}

/** What no head does when it turns. */
const judgeShape = ({ relief, correlation, foreshortening }: Shape): TurnProblem[] => {
  const problems: TurnProblem[] = []
  if (!((relief ?? 0) >= MIN_RELIEF)) problems.push(spoof('flat'))
  if (!((correlation ?? 0) >= MIN_CORRELATION)) problems.push(spoof('not_a_head'))
  if (!((foreshortening ?? 0) >= MIN_FORESHORTENING)) problems.push(spoof('shrinks'))
  return problems
}

/** The narrowest of all frames; of relief a mesh that was not turned says nothing: it has that of the head it imagines. */
const measureUnturned = (first: FaceObservation, frames: readonly FaceObservation[]): Shape => ({
  relief: null,
  correlation: null,
  foreshortening: Math.min(...frames.map(({ mesh }) => measureForeshortening(first.mesh, mesh))),
})

const withoutRepeats = (problems: readonly TurnProblem[]): TurnProblem[] => [
  ...new Map(problems.map((problem) => [problem.reason, problem])).values(),
]

/**
 * Whether the frames, in the order they were taken, show a head that turns to that side of its own: from looking ahead,
 * by all that is between, to the farthest frame, which no flat thing could show. Frames after that one are not looked at.
 */
export const judgeTurn = (
  frames: readonly TimedObservation[],
  side: TurnSide,
  model: RecognitionModel,
): TurnJudgement => {
  const [first] = frames
  if (!first) {
    return {
      problems: [unclear('too_few')],
      turned: 0,
      relief: null,
      correlation: null,
      foreshortening: null,
    }
  }
  const yaw = first.observation.pose.yaw
  const angles = frames.map(({ observation }) => ASKED_SIGN[side] * (observation.pose.yaw - yaw))
  const end = peakOf(angles)
  const [way, turned, peak] = [frames.slice(0, end + 1), angles[end] ?? 0, frames[end] ?? first]

  const problems = judgeWay(way, angles.slice(0, end + 1))
  if (Math.min(...angles) < -WRONG_WAY) problems.push(unclear('wrong_way'))
  else if (turned < MIN_TURN) problems.push(unclear('not_turned'))
  for (const [index, frame] of way.entries()) {
    const before = way[index - 1]
    if (before) problems.push(...judgeStep(before, frame, model))
  }
  if (!isSamePerson(first.observation, peak.observation, model, 'turned'))
    problems.push(spoof('other_person'))

  if (turned >= MIN_TURN) {
    const shape = measureShape(first.observation, peak.observation)
    return { problems: withoutRepeats([...problems, ...judgeShape(shape)]), turned, ...shape }
  }
  const seen = frames.filter((_, index) => Math.abs(angles[index] ?? 0) <= MAX_TURN)
  const shape = measureUnturned(
    first.observation,
    seen.map(({ observation }) => observation),
  )
  if ((shape.foreshortening ?? 0) < MIN_UNTURNED_FORESHORTENING) problems.push(spoof('shrinks'))
  return { problems: withoutRepeats(problems), turned, ...shape }
}
