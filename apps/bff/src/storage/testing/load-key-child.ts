/** Run by tests in a process of its own: prints the master key of the data folder in its first argument. */
import { loadMasterKeys } from '../crypto/master-key.ts'

const [dataDir = ''] = process.argv.slice(2)
const [key] = await loadMasterKeys({ dataDir })
process.stdout.write(`${Buffer.from(key).toString('base64')}\n`)
