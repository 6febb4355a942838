import { addCounts, readTestCounts, type TestCounts } from './read-test-counts.ts'
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

const runOne = async ({ name, command, env, report, again }: Step, isAlone: boolean): Promise<Outcome> => {
  const [program, ...args] = command
  const startedAt = performance.now()
  if (isAlone) print(`\n── ${name}`)
  const { isOk, output } = isAlone
    ? { isOk: await runStep(program, args, env), output: undefined }
    : await runStepSilently(program, args, env)
  if (output !== undefined) print(`\n── ${name}\n${output.trimEnd()}`)
  print(`── ${name}: ${isOk ? 'ok' : 'FAILED'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  const counts = await readTestCounts(report)
  const next = isOk ? undefined : await again?.()
  if (!next) return { counts, failed: isOk ? [] : [name] }
  const outcome = await runOne(next, isAlone)
  return { counts: addCounts([counts, outcome.counts]), failed: outcome.failed }
}

/**
 * Runs one stage after the other until a step fails. A step that runs alone shows its output as it comes; steps that
 * run side by side show theirs whole, each when it ends.
 */
export const runStages = async (stages: readonly Stage[]): Promise<Outcome> => {
  const outcomes: Outcome[] = []
  for (const stage of stages) {
    outcomes.push(...(await Promise.all(stage.map((step) => runOne(step, stage.length === 1)))))
    if (outcomes.some(({ failed }) => failed.length > 0)) break
  }
  return {
    counts: addCounts(outcomes.map(({ counts }) => counts)),
    failed: outcomes.flatMap(({ failed }) => failed),
  }
}
