/** Command line: `node src/build.ts`. */
import { buildModels } from './build-models.ts'
import { buildNetworks } from './build-networks.ts'

const print = (what: string, written: readonly string[], directory: string): void => {
  const done = written.length === 0 ? 'up to date' : `wrote ${written.join(', ')}`
  process.stdout.write(`${what}: ${done} (${directory})\n`)
}

const models = await buildModels()
print(`models ${models.manifest.hash}`, models.written, models.directory)
const networks = await buildNetworks()
print('networks', networks.written, networks.directory)
