import { toProblem } from './capture-errors.ts'
import type { CaptureContext } from './capture-types.ts'

/** A service that was just restarted is there again by then. */
export const AUTO_RETRY_MS = 15_000
/** Afterwards only the person's own word tries again: a page left open asks nobody for ever. */
const MAX_AUTO_RETRIES = 4

/** Whether the page tries again without being asked: where waiting is all that helps. */
export const retriesByItself = ({ error, autoRetries }: CaptureContext): boolean =>
  toProblem(error) === 'unavailable' && autoRetries < MAX_AUTO_RETRIES
