import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DATA_TEMPLATE } from './fixtures/start-server.ts'

const CLI = fileURLToPath(new URL('../apps/bff/dist/cli.js', import.meta.url))

/** Before all tests: a data folder without a partner, for the tests' servers to begin with a copy of it. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for it
export default async (): Promise<() => Promise<void>> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'visavis-template-'))
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', VISAVIS_MASTER_KEY: '' }
  // With this folder in it, any command that opens the storage makes the rest.
  await mkdir(join(dataDir, 'db'))
  await promisify(execFile)(process.execPath, [CLI, 'master-key', 'rotate'], { env })
  process.env[DATA_TEMPLATE] = dataDir
  return () => rm(dataDir, { recursive: true })
}
