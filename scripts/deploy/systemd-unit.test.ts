import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { hasProgram } from './has-program.ts'
import { readKnownVariables } from './read-known-variables.ts'

const run = promisify(execFile)
const unit = await readFile(new URL('../../deploy/visavis.service', import.meta.url), 'utf8')
const read = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? ''

it('sets what the server reads, and keeps everything in the folder it is given', async () => {
  const environment = Object.fromEntries(
    read('Environment')
      .split(' ')
      .map((pair) => pair.split('=')),
  )
  const known = await readKnownVariables()
  expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([])
  expect(environment.DATA_DIR).toBe(`/var/lib/${read('StateDirectory')}`)
})

it('starts what `deploy/build.sh` leaves, with memory that a compiler can write', () => {
  expect(unit).toContain(`sh deploy/build.sh ${read('WorkingDirectory')}\n`)
  expect(read('ExecStart')).toBe('/usr/bin/node apps/bff/dist/main.js')
  expect(read('MemoryDenyWriteExecute')).toBe('no')
})

const hasSystemd = hasProgram('systemd-analyze')
const MISSING = 'This machine has no systemd-analyze: nobody installs the unit on it either.'

/** systemd looks whether the program is there: the Node of this test stands for the one to be installed. */
const analyze = async (...args: string[]): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-unit-'))
  try {
    const file = join(folder, 'visavis.service')
    await writeFile(file, unit.replace('/usr/bin/node apps', `${process.execPath} apps`))
    const { stdout, stderr } = await run('systemd-analyze', [...args, file])
    return stdout + stderr
  } finally {
    await rm(folder, { recursive: true })
  }
}

it('systemd understands all of it', async ({ skip }) => {
  skip(!hasSystemd, MISSING)
  // It also tells of others' units.
  expect(await analyze('verify')).not.toContain('visavis.service')
})

it('systemd calls it safe', async ({ skip }) => {
  skip(!hasSystemd, MISSING)
  const { stdout } = await run('systemd-analyze', ['--version'])
  skip(
    Number(/^systemd (\d+)/.exec(stdout)?.[1]) < 250,
    'This systemd can judge no unit that is not installed.',
  )
  // Of 10; it fails above the threshold, which is in tenths of a point. A unit without any such line has 9.6.
  expect(await analyze('security', '--offline=yes', '--threshold=20')).toMatch(/ OK /)
})
