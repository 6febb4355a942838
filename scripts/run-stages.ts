import { readTestCounts, type TestCounts } from './read-test-counts.ts'
import { runStep, runStepSilently } from './run-step.ts'

export interface Step {
  name: string
  command: readonly [string, ...string[]]
  env?: Record<string, string>
  /** Where the step leaves its JSON report. */
  report?: string
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

const runOne = async ({ name, command, env }: Step, isAlone: boolean): Promise<boolean> => {
  const [program, ...args] = command
  const startedAt = performance.now()
  if (isAlone) print(`\n── ${name}`)
  const { isOk, output } = isAlone
    ? { isOk: await runStep(program, args, env), output: undefined }
    : await runStepSilently(program, args, env)
  if (output !== undefined) print(`\n── ${name}\n${output.trimEnd()}`)
  print(`── ${name}: ${isOk ? 'ok' : 'FAILED'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  return isOk
}

/**
 * Runs one stage after the other until a step fails. A step that runs alone shows its output as it comes; steps that
 * run side by side show theirs whole, each when it ends.
 */
export const runStages = async (stages: readonly Stage[]): Promise<Outcome> => {
  const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 }
  const failed: string[] = []
  for (const stage of stages) {
    const outcomes = await Promise.all(stage.map((step) => runOne(step, stage.length === 1)))
    for (const [index, { name, report }] of stage.entries()) {
      if (!outcomes[index]) failed.push(name)
      if (!report) continue
      const { passed, failed: broken, skipped } = await readTestCounts(report)
      counts.passed += passed
      counts.failed += broken
      counts.skipped += skipped
    }
    if (failed.length > 0) break
  }
  return { counts, failed }
}
