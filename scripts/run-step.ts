import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TOOLS = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))

const start = (
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  output: 'inherit' | 'pipe',
) =>
  spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${TOOLS}${delimiter}${process.env.PATH ?? ''}`, ...env },
    stdio: ['ignore', output, output],
  })

/** Runs a command in the root of the repository, its output shown as it comes. @returns whether it ended well */
export const runStep = async (
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<boolean> => {
  const [status] = await once(start(command, args, env, 'inherit'), 'exit')
  return status === 0
}

/** As `runStep`, for one of several that run side by side: its output is kept until it has ended. */
export const runStepSilently = async (
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ isOk: boolean; output: string }> => {
  const child = start(command, args, env, 'pipe')
  let output = ''
  const keep = (chunk: Buffer): void => {
    output += String(chunk)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  // `close`, not `exit`: by then everything it wrote has arrived.
  const [status] = await once(child, 'close')
  return { isOk: status === 0, output }
}
