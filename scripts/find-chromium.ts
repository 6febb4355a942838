import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'
import { unpackNpmChromium } from './npm-chromium.ts'

/** Debian and Ubuntu, older Ubuntu, Google's own package. */
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export interface ChromiumPlaces {
  /** `CHROMIUM_PATH` names the program; with `TEST_TOOLS=npm` none but npm's will do. */
  env: { CHROMIUM_PATH?: string | undefined; TEST_TOOLS?: string | undefined }
  system: readonly string[]
  /** Unpacks it when it has to. */
  npm: () => Promise<string | undefined>
  /** Where Playwright puts what it downloads. */
  playwright: string
}

const thisMachine = (): ChromiumPlaces => ({
  env: process.env,
  system: SYSTEM_BROWSERS,
  npm: unpackNpmChromium,
  playwright: chromium.executablePath(),
})

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The one named by a variable, else the system's, else npm's, else one that Playwright downloaded. */
export const findChromium = async (
  { env, system, npm, playwright }: ChromiumPlaces = thisMachine(),
): Promise<string | undefined> => {
  const chosen = env.CHROMIUM_PATH
  // A path somebody set is meant: a wrong one must not be replaced in silence by another browser.
  if (chosen) return isExecutable(chosen) ? chosen : undefined
  if (env.TEST_TOOLS === 'npm') return npm()
  return system.find(isExecutable) ?? (await npm()) ?? [playwright].find(isExecutable)
}

/** What to tell a person whose machine has no browser for the tests. */
export const missingBrowserMessage = (
  { env, system, playwright }: ChromiumPlaces = thisMachine(),
): string => {
  const looked = env.TEST_TOOLS === 'npm' ? [] : [...system, playwright]
  const what = env.CHROMIUM_PATH
    ? `CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which is not a program that can be run.`
    : `No Chromium was found (looked at ${["npm's @sparticuz/chromium", ...looked].join(', ')}).`
  return [
    what,
    'Get one in any of these ways:',
    '  Linux, x64, glibc  pnpm install, with the development dependencies',
    '  Debian, Ubuntu     apt-get install chromium',
    '  where it can load  npx playwright install chromium',
    '  one you have       CHROMIUM_PATH=/path/to/chrome',
  ].join('\n')
}

/** Quiet, offline and able to run as root in a container. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's headless shell, which npm's is, has nobody to ask for the camera and refuses it otherwise.
  '--use-fake-ui-for-media-stream',
]
