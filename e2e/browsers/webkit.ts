import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Builder, By, Capabilities, until } from 'selenium-webdriver'
import { findFreePort } from '../../apps/bff/src/storage/testing/start-postgres.ts'
import { findProgram } from './find-program.ts'
import type { BrowserKind } from './types.ts'

const DRIVERS = ['/usr/bin/WebKitWebDriver']
const BROWSERS = ['4.1', '4.0', '6.0'].flatMap((version) =>
  ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
)
const DISPLAYS = ['/usr/bin/Xvfb']
const FIND_MS = 20_000

const waitForPort = async (port: number, child: ChildProcess): Promise<void> => {
  while (child.exitCode === null) {
    const isUp = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('WebKitWebDriver ended before it was ready')
}

/** A screen that nobody sees. @returns its name and its process */
const startDisplay = async (program: string) => {
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const pipe = child.stdio[3]
  if (!pipe) throw new Error('Xvfb has no pipe')
  const [number] = await once(pipe, 'data')
  return { child, display: `:${String(number).trim()}` }
}

/** WebKitGTK, the relative of Safari on Linux, by its own WebDriver. */
export const webkit: BrowserKind = {
  name: 'WebKitGTK',
  missing: () =>
    findProgram(DRIVERS) && findProgram(BROWSERS) && findProgram(DISPLAYS)
      ? undefined
      : 'apt-get install webkit2gtk-driver xvfb',
  start: async () => {
    const { child: screen, display } = await startDisplay(findProgram(DISPLAYS) ?? '')
    const port = await findFreePort()
    const server = spawn(findProgram(DRIVERS) ?? '', [`--port=${port}`], {
      env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
      stdio: 'ignore',
    })
    const stop = () => {
      server.kill()
      screen.kill()
    }
    try {
      await waitForPort(port, server)
      const capabilities = new Capabilities()
        .setBrowserName('MiniBrowser')
        .set('webkitgtk:browserOptions', { binary: findProgram(BROWSERS), args: ['--automation'] })
      const driver = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .disableEnvironmentOverrides()
        .withCapabilities(capabilities)
        .build()
      const find = (selector: string) => driver.wait(until.elementLocated(By.css(selector)), FIND_MS)
      return {
        open: (url) => driver.get(url),
        click: async (selector) => (await find(selector)).click(),
        chooseFile: async (selector, path) => (await find(selector)).sendKeys(path),
        evaluate: (body) => driver.executeScript(body),
        url: () => driver.getCurrentUrl(),
        close: async () => {
          await driver.quit().finally(stop)
        },
      }
    } catch (cause) {
      stop()
      throw cause
    }
  },
}
