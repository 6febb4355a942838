/** Command line: `node src/build.ts`. */
import { buildModels } from './build-models.ts'

const { manifest, directory, written } = await buildModels()
const what = written.length === 0 ? 'up to date' : `wrote ${written.join(', ')}`
process.stdout.write(`models ${manifest.hash}: ${what} (${directory})\n`)
