import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const FILE = fileURLToPath(new URL('require-node.ts', import.meta.url))

/** What the file says in a process whose Node calls itself so. */
const runWith = (version: string) => {
  const claim = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const preload = `data:text/javascript,${encodeURIComponent(claim)}`
  return spawnSync(process.execPath, ['--import', preload, FILE], { encoding: 'utf8' })
}

it.each(['18.20.8', '22.11.0'])('Node %s hears in one sentence what is needed', (version) => {
  const { status, stderr } = runWith(version)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Visavis needs Node 24 or newer and this is [\d.]+: install it, or .*\.\n$/)
})

it('newer ones are left alone', () => {
  expect(runWith('26.0.0')).toMatchObject({ status: 0, stderr: '' })
})
