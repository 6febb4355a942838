import { execFile } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type RunningProgram, startProgram } from '../../../../scripts/start-program.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const START_TIMEOUT_MS = 60_000

/** The versions it asks for are those that run this; fetching them again would prove nothing. */
const NPX = `#!/bin/bash
while [[ $1 == -* ]]; do [[ $1 == -p ]] && shift; shift; done
exec "$@"
`
/** What is built stays as it is: other tests are reading it. */
const PNPM = (path: string) => `#!/bin/bash
[[ $* =~ ^(run )?build( --served)?$ ]] && exit 0
exec "$(PATH=${path} command -v pnpm)" "$@"
`

/** What somebody types in the root of the repository, with a folder of their own. */
export const createShell = async (home: string) => {
  const bin = join(home, 'bin')
  const path = process.env.PATH ?? ''
  await mkdir(bin)
  for (const [name, script] of Object.entries({ npx: NPX, pnpm: PNPM(path) })) {
    await writeFile(join(bin, name), script)
    await chmod(join(bin, name), 0o755)
  }
  const toEnv = (env: Record<string, string>) => ({
    ...process.env,
    // Whatever the shell of the caller holds, and Vitest's own.
    NODE_ENV: undefined,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    VISAVIS_MASTER_KEY: '',
    PATH: `${bin}${delimiter}${path}`,
    ...env,
  })
  const bash = (typed: string): [string, ...string[]] => ['bash', '-euo', 'pipefail', '-c', typed]
  return {
    /** @returns what it wrote @throws Error when a line fails */
    run: async (typed: string, env: Record<string, string>, cwd = ROOT): Promise<string> => {
      const [program, ...args] = bash(typed)
      return (await promisify(execFile)(program, args, { cwd, env: toEnv(env) })).stdout
    },
    /** For lines of which the last one does not end. */
    start: (typed: string, env: Record<string, string>, ready: RegExp): Promise<RunningProgram> =>
      startProgram({ command: bash(typed), cwd: ROOT, env: toEnv(env), ready, timeoutMs: START_TIMEOUT_MS }),
  }
}
export type Shell = Awaited<ReturnType<typeof createShell>>
