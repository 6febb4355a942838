import { dueTrigger } from '../links/index.ts'
import { type Step, type Taken, takeStep } from './take-step.ts'

const CLOSED: Step = { trigger: 'closed', codes: [64001] }

/**
 * What becomes of a face authentication that is closed by force: first what time has done to it, then the closing, as
 * far as each is legal. @param isLastTry the journey allows no attempt after the open one
 */
export const closeByForce = (
  { authentication, attempt }: Pick<Taken, 'authentication' | 'attempt'>,
  rules: { now: Date; isLastTry: boolean },
): Omit<Taken, 'attempt'> => {
  const start: Taken = { authentication, attempt, change: undefined, reached: [] }
  const due = attempt && dueTrigger(attempt, rules.now)
  const settled = due && takeStep(start, due, rules)
  // The attempt is over then, and takes no part in what comes after it.
  const before = settled ? { ...settled, attempt: undefined } : start
  const closed = takeStep(before, CLOSED, rules) ?? before
  return { authentication: closed.authentication, change: closed.change, reached: closed.reached }
}
