/** Run by tests in a process of its own: holds the lock on the file in its first argument until it is killed. */
import { tryProcessLock } from '../process-lock.ts'

const [path = ''] = process.argv.slice(2)
process.stdout.write(`${tryProcessLock(path) ? 'held' : 'refused'}\n`)
setTimeout(() => {}, 600_000)
