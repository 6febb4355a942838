import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface RunningProgram {
  /** What it wrote so far. */
  output(): string
  /** Ends it and whatever it started. */
  stop(): Promise<void>
}

interface StartProgramOptions {
  command: readonly [string, ...string[]]
  cwd: string | URL
  env: Record<string, string | undefined>
  /** What it writes when it is up. */
  ready: RegExp
  timeoutMs: number
}

/** Starts what runs until it is stopped. @throws Error with what it wrote when it does not come up */
export const startProgram = async (options: StartProgramOptions): Promise<RunningProgram> => {
  const { command, cwd, env, ready, timeoutMs } = options
  const [program, ...args] = command
  // A group of its own, because `pnpm` starts what listens.
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const killGroup = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
  }
  process.once('exit', killGroup)
  const exited = once(child, 'exit')
  let written = ''
  const { promise: announced, resolve } = Promise.withResolvers<'ready'>()
  const hear = (chunk: Buffer): void => {
    written += chunk
    if (ready.test(written)) resolve('ready')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const stop = async (): Promise<void> => {
    process.off('exit', killGroup)
    killGroup()
    await exited
  }
  const timeout = once(AbortSignal.timeout(timeoutMs), 'abort').then(() => 'silent' as const)
  const outcome = await Promise.race([announced, exited.then(() => 'ended' as const), timeout])
  if (outcome !== 'ready') {
    await stop()
    throw new Error(`${command.join(' ')} did not start (${outcome}):\n${written}`)
  }
  return { output: () => written, stop }
}
