import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Child {
  /** The next line it prints. @throws Error with what it wrote to stderr when it ends first */
  nextLine(): Promise<string>
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
}

/** Runs a TypeScript file in a Node process of its own. */
export const spawnChild = (file: URL, ...args: string[]): Child => {
  const child: ChildProcess = spawn(process.execPath, ['--conditions=source', file.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr?.on('data', (chunk) => {
    complaints += String(chunk)
  })
  if (!child.stdout) throw new Error('stdout is piped')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const exited = once(child, 'exit')
  return {
    nextLine: async () => {
      const { value, done } = await lines.next()
      if (done) throw new Error(`the child ended: ${complaints}`)
      return value
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
