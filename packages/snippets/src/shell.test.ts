/** What the pages tell operators to type in the root of the repository. Run `pnpm build` first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyPgliteTemplate } from '../../../apps/bff/src/storage/testing/pglite-template.ts'
import {
  findFreePort,
  hasPostgres,
  startPostgres,
} from '../../../apps/bff/src/storage/testing/start-postgres.ts'
import { hasHelm, NO_HELM, openHelm } from '../../../scripts/deploy/open-helm.ts'
import { readSnippet } from '../../../scripts/read-snippet.ts'
import type { RunningProgram } from '../../../scripts/start-program.ts'
import { createShell, type Shell } from './testing/shell.ts'

let home: string
let shell: Shell
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-shell-'))
  shell = await createShell(home)
  for (const folder of ['data', 'demo']) await copyPgliteTemplate(join(home, folder, 'db'))
})
afterAll(() => rm(home, { recursive: true }))

const LISTENING = /"msg":"listening"/

/** Starts it on a free port, looks whether it is ready, and ends it. @returns what it wrote */
const serve = async (typed: string, ready: RegExp, env: Record<string, string> = {}): Promise<string> => {
  const port = String(await findFreePort())
  const program: RunningProgram = await shell.start(
    typed,
    { DATA_DIR: join(home, 'data'), ...env, PORT: port },
    ready,
  )
  try {
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200)
  } finally {
    await program.stop()
  }
  return program.output()
}

it('the demo', async () => {
  const typed = await readSnippet('README.md', 'demo')
  expect(await readSnippet('docs/quick-start.md', 'demo')).toBe(typed)
  const output = await serve(typed, /User journey/, { DATA_DIR: join(home, 'demo') })
  expect(output).toMatch(/API key +sk_/)
})

it('setting it up and starting it', async () => {
  const output = await serve(await readSnippet('README.md', 'operate'), LISTENING)
  expect(output).toMatch(/sk_[A-Za-z0-9_-]+/)
})

it('keys', async () => {
  const typed = await readSnippet('docs/access.md', 'keys')
  const revoked = typed.replace(
    'key_…',
    '$(pnpm --silent visavis key list | grep Shop | grep -o "key_[a-z2-7]*")',
  )
  const output = await shell.run(revoked, { DATA_DIR: join(home, 'data') })
  expect(output).toMatch(/Shop/)
})

it('events on your own machine', async () => {
  const port = String(await findFreePort())
  const env = { DATA_DIR: join(home, 'demo'), DEMO: '1', PORT: port }
  const server = await shell.start('pnpm start', env, /User journey +\S+\s/)
  try {
    const url = `http://localhost:${port}`
    const apiKey = /sk_\S+/.exec(server.output())?.[0] ?? ''
    const typed = (await readSnippet('docs/webhooks.md', 'listen'))
      .replace('https://id.example', url)
      .replace('sk_…', apiKey)
      .replace(':3000', `:${await findFreePort()}`)
    const listener = await shell.start(typed, {}, /Signing secret whsec_/)
    try {
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
      const post = async (path: string, body: object) =>
        (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
      const begin = async () => {
        const { id } = await post('/applicants', {})
        const user_journey_id = /usj_\S+/.exec(server.output())?.[0]
        await post('/face-authentications', { applicant_id: id, user_journey_id })
        return listener.output()
      }
      await expect
        .poll(begin, { interval: 1000, timeout: 30_000 })
        .toMatch(/face_authentication_created {2}evt_\w+ {2}failed: ECONNREFUSED/)
    } finally {
      await listener.stop()
    }
  } finally {
    await server.stop()
  }
})

it('the audit log', async () => {
  const typed = await readSnippet('docs/audit.md', 'audit verify')
  expect(await shell.run(typed, { DATA_DIR: join(home, 'data') })).toMatch(/Verified +[1-9]/)
})

it('the console', async () => {
  const env = { DATA_DIR: join(home, 'data') }
  const invited = await shell.run(await readSnippet('docs/console.md', 'console invite'), env)
  expect(invited).toMatch(/\/console\/invite#[\w-]{43}/)
  const byEmail = await shell.run(await readSnippet('docs/console.md', 'console invite by e-mail'), env)
  expect(byEmail).toMatch(/\/console\/invite#[\w-]{43}/)
  const [operator = '', operators = ''] = (await readSnippet('docs/console.md', 'console operator')).split(
    '\n',
  )
  expect(await shell.run(operator, env)).toMatch(/\/console\/invite#[\w-]{43}/)
  expect(await shell.run(operators, env)).toMatch(/ID +ROLE/)
  expect(await shell.run(await readSnippet('docs/console.md', 'console pictures'), env)).toContain(
    'two people',
  )
  const [list = '', remove = ''] = (await readSnippet('docs/console.md', 'console users')).split('\n')
  expect(await shell.run(list, env)).toMatch(/ID +ROLE/)
  await expect(shell.run(remove, env)).rejects.toThrow('no user cusr_…')
})

it('the console at a port of its own', async () => {
  const port = await findFreePort()
  const typed = (await readSnippet('docs/console.md', 'console port')).replace('8788', String(port))
  const output = await serve(typed, /"msg":"the console is listening"/)
  expect(output).toContain('"address":"https://console.example.com"')
})

describe('operations', () => {
  it('a backup, and bringing it back', async () => {
    const [backups, fresh] = [join(home, 'monday.visavis'), join(home, 'fresh')]
    const backup = (await readSnippet('docs/operations.md', 'backup')).replace(
      '/backups/monday.visavis',
      backups,
    )
    expect(await shell.run(backup, { DATA_DIR: join(home, 'data') })).toMatch(/Backed up +\d+ tables/)
    const restore = (await readSnippet('docs/operations.md', 'restore'))
      .replace('/backups/monday.visavis', backups)
      .replace('/safe/master.key', join(home, 'data/keys/master.key'))
      .replace('/var/lib/visavis-new', fresh)
    expect(await shell.run(restore, {})).toMatch(/Restored +\d+ rows/)
    const list = 'pnpm --silent visavis key list'
    const [before, after] = [join(home, 'data'), fresh].map((DATA_DIR) => shell.run(list, { DATA_DIR }))
    expect(await after).toBe(await before)
  })

  it('one process', async () => {
    await serve(await readSnippet('docs/operations.md', 'one-process'), LISTENING)
  })

  it('in a folder of its own', { timeout: 240_000 }, async () => {
    const folder = join(home, 'installed')
    const typed = (await readSnippet('docs/operations.md', 'install')).replaceAll('/opt/visavis', folder)
    const [install = '', start = ''] = typed.split('\n')
    await shell.run(install, {})
    await serve(start, LISTENING)
    expect(await shell.run(`node ${folder}/apps/bff/dist/cli.js --version`, {})).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('on Kubernetes, as far as that goes without one', async ({ skip }) => {
    skip(!hasHelm, NO_HELM)
    const helm = await openHelm()
    try {
      const typed = await readSnippet('docs/operations.md', 'kubernetes')
      const dry = typed.replace('install', 'install --dry-run=client').trimEnd()
      expect(await shell.run(dry, { PATH: helm.path })).toMatch(
        /kind: PersistentVolumeClaim[\s\S]+rollout status/,
      )
      const values = join(home, 'values.yaml')
      await writeFile(values, await readSnippet('docs/operations.md', 'kubernetes values'))
      const several = await shell.run(`${dry} --values ${values}`, { PATH: helm.path })
      expect(several).toMatch(/PodDisruptionBudget[\s\S]+replicas: 3[\s\S]+kind: Ingress/)
    } finally {
      await helm.close()
    }
  })

  it.skipIf(!hasPostgres())('on PostgreSQL', async () => {
    const postgres = await startPostgres()
    try {
      const typed = (await readSnippet('docs/operations.md', 'postgres'))
        .replace('postgres://visavis@db/visavis', postgres.url)
        .replace('VISAVIS_MASTER_KEY=…', 'VISAVIS_MASTER_KEY=$(openssl rand -base64 32)')
      await serve(typed, LISTENING, { DATA_DIR: join(home, 'replica') })
    } finally {
      await postgres.stop()
    }
  })
})

it("the vendors' sandboxes", async () => {
  const typed = await readSnippet('packages/vendor-sandbox/README.md', 'start')
  const sandboxes = await shell.start(typed, { PORT: '0' }, /Ctrl-C ends them/)
  await sandboxes.stop()
  for (const vendor of ['yoti', 'idenfy', 'uqudo', 'entrust', 'checkout']) {
    expect(sandboxes.output()).toMatch(new RegExp(`^${vendor} +http:`, 'm'))
  }
})

it('the models, which are there', async () => {
  const typed = await readSnippet('packages/face-models/README.md', 'build')
  expect(await shell.run(typed, {})).toContain('up to date')
})
