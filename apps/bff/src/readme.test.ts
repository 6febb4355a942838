/** What the README tells partners to type is typed here, with a real curl against a real server. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listen, type RunningServer } from './server.ts'
import { createTestApp, fakeJpeg, type TestApp } from './testing/test-app.ts'

let test: TestApp
let server: RunningServer
beforeAll(async () => {
  test = await createTestApp()
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
})
afterAll(async () => {
  await server.stop()
  await test.close()
})

const readSnippet = async (name: string): Promise<string> => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8')
  const snippet = new RegExp(`<!-- test: ${name} -->\\s*\`\`\`sh\\n([^]*?)\`\`\``).exec(readme)?.[1]
  if (!snippet) throw new Error(`README.md has no snippet "${name}"`)
  return snippet
}

it("the partner's side with curl", async () => {
  const snippet = await readSnippet('curl')
  const base = `BASE=http://127.0.0.1:${server.port}`
  await writeFile(join(test.dataDir, 'me.jpg'), fakeJpeg())
  const { stdout } = await promisify(execFile)(
    'bash',
    ['-euo', 'pipefail', '-c', snippet.replace(/^BASE=.*$/m, base)],
    {
      cwd: test.dataDir,
      env: { ...process.env, API_KEY: test.partner.apiKey, USER_JOURNEY: test.partner.userJourneyId },
    },
  )
  expect(stdout).toContain('"status":"ACTIVE"')
  expect(stdout).toMatch(/"verification_url":\{"href":"[^"]+#[A-Za-z0-9_-]{43}"/)
  expect(stdout).toContain('"status":"pending"')
})
