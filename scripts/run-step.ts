import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TOOLS = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))

/** Runs a command in the root of the repository, its output shown as it comes. @returns whether it ended well */
export const runStep = async (
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<boolean> => {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${TOOLS}${delimiter}${process.env.PATH ?? ''}`, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [status] = await once(child, 'exit')
  return status === 0
}
