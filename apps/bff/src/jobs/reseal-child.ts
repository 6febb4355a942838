/**
 * Run by a test in a process of its own: seals the data folder of its first argument anew, tells of each picture, and stays
 * in the middle of the second, whose row does not say so yet.
 */
import pino from 'pino'
import { openStorage } from '../composition/open-storage.ts'
import { listDataKeys, reseal } from './reseal.ts'

const [dataDir = ''] = process.argv.slice(2)
const storage = await openStorage({ dataDir, databaseUrl: undefined, masterKey: undefined })
const { assets } = storage
let pictures = 0
const told = {
  ...assets,
  put: async (...input: Parameters<typeof assets.put>) => {
    const keyId = await assets.put(...input)
    pictures += 1
    process.stdout.write(`${input[0].id}\n`)
    if (pictures === 2) await new Promise((resolve) => setTimeout(resolve, 600_000))
    return keyId
  },
}
if ((await listDataKeys(storage)).length === 1) await storage.dataKeys.add()
const deps = { ...storage, assets: told, log: pino({ level: 'silent' }), now: () => new Date() }
await reseal(deps, { isOver: () => false, isAlone: true })
await storage.close()
