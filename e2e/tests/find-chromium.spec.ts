import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import {
  BROWSER_FLAGS,
  type ChromiumPlaces,
  findChromium,
  missingBrowserMessage,
} from '../../scripts/find-chromium.ts'
import { unpackNpmChromium } from '../../scripts/npm-chromium.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe('the Chromium to test with', () => {
  /** A machine in a folder. */
  let machine: string
  let places: ChromiumPlaces

  const install = async (name: string, mode = 0o755): Promise<string> => {
    const path = join(machine, name)
    await writeFile(path, '', { mode })
    return path
  }

  test.beforeAll(async () => {
    machine = await mkdtemp(join(tmpdir(), 'visavis-places-'))
    const npm = await install('npm')
    places = {
      env: {},
      system: [join(machine, 'nothing'), await install('not-a-program', 0o644), await install('system')],
      npm: async () => npm,
      playwright: await install('playwright'),
    }
  })
  test.afterAll(() => rm(machine, { recursive: true }))

  const chooses = async (changed: Partial<ChromiumPlaces>, name: string | undefined): Promise<void> =>
    expect(await findChromium({ ...places, ...changed })).toBe(name && join(machine, name))

  const none = async () => undefined
  const NOWHERE: Partial<ChromiumPlaces> = { system: [], npm: none, playwright: '/nowhere' }

  test('is the one that a variable names', async () => {
    const CHROMIUM_PATH = await install('named')
    await chooses({ env: { CHROMIUM_PATH } }, 'named')
    await chooses({ env: { CHROMIUM_PATH, TEST_TOOLS: 'npm' } }, 'named')
  })

  test('is no other when the variable is wrong', async () => {
    const env = { CHROMIUM_PATH: '/nowhere/chrome' }
    await chooses({ env }, undefined)
    expect(missingBrowserMessage({ ...places, env })).toContain('CHROMIUM_PATH is /nowhere/chrome')
  })

  test("is the system's, then npm's, then Playwright's", async () => {
    await chooses({}, 'system')
    await chooses({ system: [] }, 'npm')
    await chooses({ system: [], npm: none }, 'playwright')
  })

  test("is npm's where that is asked for, and no other", async () => {
    const env = { TEST_TOOLS: 'npm' }
    await chooses({ env }, 'npm')
    await chooses({ env, npm: none }, undefined)
  })

  test('is missing, with a word on how to get one', async () => {
    await chooses(NOWHERE, undefined)
    expect(missingBrowserMessage({ ...places, ...NOWHERE })).toMatch(/apt-get install chromium/)
  })
})

test("npm's Chromium is unpacked once for all who ask, and starts", async () => {
  const cache = await mkdtemp(join(tmpdir(), 'visavis-cache-'))
  try {
    const [executablePath, second] = await Promise.all([unpackNpmChromium(cache), unpackNpmChromium(cache)])
    if (!executablePath) return test.skip(true, 'npm has none for this machine')
    expect(second).toBe(executablePath)
    expect(await readdir(cache)).toEqual([expect.stringMatching(/^chromium-[\d.]+-[\da-f]{8}$/)])
    const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] })
    expect(browser.version()).toMatch(/^\d+\./)
    await browser.close()
  } finally {
    await rm(cache, { recursive: true })
  }
})
