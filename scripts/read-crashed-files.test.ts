import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCrashedFiles } from './read-crashed-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-report-'))
})
afterEach(() => rm(folder, { recursive: true }))

const file = (name: string, status: string, tests: string[], message = '') => ({
  name,
  status,
  message,
  assertionResults: tests.map((test) => ({ status: test })),
})

const read = async (...testResults: ReturnType<typeof file>[]) => {
  const report = join(folder, 'unit.json')
  await writeFile(report, JSON.stringify({ testResults }))
  return readCrashedFiles(report)
}

const PASSED = file('passed', 'passed', ['passed', 'skipped'])
/** As Vitest 5 reports a process that ended by a signal. */
const CRASHED = file('crashed', 'failed', ['passed', 'pending', 'pending'])

it('names the files whose process died', async () => {
  expect(await read(PASSED, CRASHED)).toEqual(['crashed'])
})

it.each([
  ['a test failed in the same file', [file('both', 'failed', ['failed', 'pending'])]],
  ['a test failed elsewhere', [CRASHED, file('failed', 'failed', ['failed'])]],
  ['a file could not be loaded', [CRASHED, file('unreadable', 'failed', [], 'SyntaxError')]],
  ['all passed', [PASSED]],
])('names none when %s', async (_, results) => {
  expect(await read(...results)).toEqual([])
})

it('names none without a report', async () => {
  expect(await readCrashedFiles(join(folder, 'none.json'))).toEqual([])
})
