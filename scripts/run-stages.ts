import { readTestCounts, type TestCounts } from './read-test-counts.ts'
import { runStep, runStepSilently } from './run-step.ts'

export interface Step {
  name: string
  command: readonly [string, ...string[]]
  env?: Record<string, string>
  /** Where the step leaves its JSON report. */
  report?: string
  /** What makes good for the step when it fails; `undefined`: nothing can. */
  again?: () => Promise<Step | undefined>
}

/** Steps that run side by side. */
export type Stage = readonly Step[]

interface Outcome {
  counts: TestCounts
  /** Steps that failed; no stage after theirs has run. */
  failed: string[]
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** @returns whether it succeeded, or what was to make good for it did */
const runOne = async (step: Step, isAlone: boolean, counts: TestCounts): Promise<boolean> => {
  const { name, command, env, report, again } = step
  const [program, ...args] = command
  const startedAt = performance.now()
  if (isAlone) print(`\n── ${name}`)
  const { isOk, output } = isAlone
    ? { isOk: await runStep(program, args, env), output: undefined }
    : await runStepSilently(program, args, env)
  if (output !== undefined) print(`\n── ${name}\n${output.trimEnd()}`)
  print(`── ${name}: ${isOk ? 'ok' : 'FAILED'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  if (report) {
    const { passed, failed, skipped } = await readTestCounts(report)
    counts.passed += passed
    counts.failed += failed
    counts.skipped += skipped
  }
  const next = isOk ? undefined : await again?.()
  return next ? runOne(next, isAlone, counts) : isOk
}

/**
 * Runs one stage after the other until a step fails. A step that runs alone shows its output as it comes; steps that
 * run side by side show theirs whole, each when it ends.
 */
export const runStages = async (stages: readonly Stage[]): Promise<Outcome> => {
  const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 }
  const failed: string[] = []
  for (const stage of stages) {
    const outcomes = await Promise.all(stage.map((step) => runOne(step, stage.length === 1, counts)))
    failed.push(...stage.filter((_, index) => !outcomes[index]).map(({ name }) => name))
    if (failed.length > 0) break
  }
  return { counts, failed }
}
