/** What `pnpm tarballs` packs is enough for a machine that has Node and npm, and nothing of this repository. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { portraitPhoto } from '@visavis/testing/camera'
import { findFreePort } from '../../apps/bff/src/storage/testing/start-postgres.ts'
import { readSnippet } from '../../scripts/read-snippet.ts'
import { startProgram } from '../../scripts/start-program.ts'
import { createPartner } from '../fixtures/partner.ts'
import { ONE_ENGINE } from '../fixtures/start-server.ts'
import { expect, test } from '../fixtures/test.ts'
import { watchContext } from '../fixtures/watch-context.ts'
import { HostedPage } from '../pages/HostedPage.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Node and npm, and what every system has: no pnpm, and no program of the repository. */
const BARE_PATH = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
const OF_THE_TESTS =
  /^(?:npm_package|npm_lifecycle|npm_config_local|NODE_OPTIONS|NODE_PATH|DATA_DIR|DATABASE_URL|VISAVIS)/

const run = promisify(execFile)

/** As the install asks for it, but once: a machine without the registry would try each package for minutes. */
const hasRegistry = () =>
  run('npm', ['view', 'react', 'version', '--fetch-retries=0', '--fetch-timeout=20000'], {
    cwd: tmpdir(),
    env: { ...process.env, PATH: BARE_PATH },
  }).then(
    () => true,
    () => false,
  )

test('the server, packed, installs with npm in an empty folder, starts, knows a face and shows its pages', async ({
  browsers,
  partnerSite,
}) => {
  test.skip(!(await hasRegistry()), 'needs the registry that npm is set up for')
  // npm fetches some hundred packages.
  test.setTimeout(480_000)
  const home = await mkdtemp(join(tmpdir(), 'visavis-tarballs-'))
  try {
    const [pack = '', install = '', start = ''] = (await readSnippet('docs/operations.md', 'tarballs'))
      .replaceAll('/tmp/visavis', join(home, 'packed'))
      .replace('npx -y -p node@24 -p pnpm@12 pnpm', 'pnpm')
      .split('\n')
    await run('bash', ['-euc', pack], { cwd: ROOT })
    expect(await readdir(join(home, 'packed'))).toEqual([
      expect.stringMatching(/^visavis-embed-[\d.]+\.tgz$/),
      expect.stringMatching(/^visavis-react-[\d.]+\.tgz$/),
      expect.stringMatching(/^visavis-server-[\d.]+\.tgz$/),
      expect.stringMatching(/^visavis-server-sdk-[\d.]+\.tgz$/),
      expect.stringMatching(/^visavis-svelte-[\d.]+\.tgz$/),
      expect.stringMatching(/^visavis-testing-[\d.]+\.tgz$/),
      expect.stringMatching(/^visavis-vue-[\d.]+\.tgz$/),
    ])

    const cwd = join(home, 'empty')
    await mkdir(cwd)
    const inherited = Object.entries(process.env).filter(([name]) => !OF_THE_TESTS.test(name))
    const env = { ...Object.fromEntries(inherited), PATH: BARE_PATH, NODE_ENV: 'production' }
    const type = async (line: string) => (await run('bash', ['-euc', line], { cwd, env })).stdout
    await type(
      `${install} ${home}/packed/visavis-{embed,react,vue,server-sdk}-*.tgz react vue --no-audit --no-fund`,
    )
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
    expect(await type('npx visavis --version')).toBe(`${version}\n`)
    const importAll = `node -e "Promise.all(['embed', 'react', 'vue', 'server-sdk'].map((name) => import('@visavis/' + name))).then(([{ open }, react, vue, { createVisavis }]) => console.log(typeof open, typeof react.VisavisCapture, typeof vue.VisavisCapture, typeof createVisavis))"`
    expect(await type(importAll)).toBe('function object object function\n')

    const port = String(await findFreePort())
    const server = await startProgram({
      command: ['bash', '-euc', start],
      cwd,
      env: { ...env, ...ONE_ENGINE, PORT: port, DEMO: '1' },
      ready: /User journey +\S+\s/,
      timeoutMs: 60_000,
    })
    try {
      expect(server.output()).toContain('"runtime":"native"')
      const url = `http://localhost:${port}`
      expect((await fetch(`${url}/health/ready`)).status).toBe(200)
      const apiKey = /sk_\S+/.exec(server.output())?.[0] ?? ''
      const partner = await createPartner({ url, apiKey }, partnerSite)
      const applicantId = await partner.enrol(await portraitPhoto('ada'))
      const started = await partner.start(applicantId, partnerSite.redirectUrl)

      const context = await browsers.open({ scene: 'portrait' })
      // The console asks whether there is a session.
      const expected = { partnerOrigin: partnerSite.origin, expectedStatuses: [401] }
      const watch = watchContext(context, { origin: url, ...expected })
      const page = await context.newPage()
      const hosted = new HostedPage(page)
      await hosted.open(started.verificationUrl)
      await hosted.begin()
      await page.waitForURL(({ pathname }) => pathname === new URL(partnerSite.redirectUrl).pathname)
      expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
      await page.goto(`${url}/console`)
      await expect(page.getByRole('heading').first()).toBeVisible()
      expect(watch.problems()).toEqual([])
      await context.close()
    } finally {
      await server.stop()
    }
    // Rows and key lie where it was started, and the command line opens them once it has stopped.
    expect(await type('npx visavis key list')).toMatch(/key_[a-z2-7]{26}/)
  } finally {
    await rm(home, { recursive: true })
  }
})
