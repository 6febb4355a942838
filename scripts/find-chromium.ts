import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'

/** Debian and Ubuntu, older Ubuntu, Google's own package. */
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** `CHROMIUM_PATH`, then the system's, then one that Playwright installed; `undefined` when there is none. */
export const findChromium = (): string | undefined => {
  const chosen = process.env.CHROMIUM_PATH
  // A path somebody set is meant: a wrong one must not be replaced in silence by another browser.
  if (chosen) return isExecutable(chosen) ? chosen : undefined
  return [...SYSTEM_BROWSERS, chromium.executablePath()].find(isExecutable)
}

/** What to tell a person whose machine has no browser for the tests. */
export const missingBrowserMessage = (): string => {
  const chosen = process.env.CHROMIUM_PATH
  const what = chosen
    ? `CHROMIUM_PATH is ${chosen}, which is not a program that can be run.`
    : `No Chromium was found (looked at ${[...SYSTEM_BROWSERS, chromium.executablePath()].join(', ')}).`
  return [
    what,
    'Get one in any of these ways:',
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
]
