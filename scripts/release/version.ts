/**
 * Makes a release of what `.changeset/` gathers: one version for all packages, one section of `CHANGELOG.md`, which is
 * the product's and not a package's. `pnpm changeset:version`; nothing is committed or published.
 */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import readChangesets from '@changesets/read'
import { addToChangelog } from './add-to-changelog.ts'

const ROOT = process.cwd()
const CHANGELOG = join(ROOT, 'CHANGELOG.md')

const changesets = await readChangesets(ROOT)
if (changesets.length === 0)
  throw new Error('There is nothing to release: write a changeset (`pnpm changeset`)')
execFileSync('pnpm', ['exec', 'changeset', 'version'], { stdio: 'inherit' })
const { version } = JSON.parse(await readFile(join(ROOT, 'apps/bff/package.json'), 'utf8'))
const entries = changesets.map(({ summary }) => summary)
const date = new Date().toISOString().slice(0, 10)
await writeFile(CHANGELOG, addToChangelog(await readFile(CHANGELOG, 'utf8'), { version, date, entries }))
process.stdout.write(`${version}: see CHANGELOG.md and the versions, then commit\n`)
