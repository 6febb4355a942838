/** There is no container engine here: this holds the recipe to what can be seen without one. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
const read = (file: string) => readFile(join(ROOT, 'deploy', file), 'utf8')

const instructions = (await read('Containerfile'))
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, name = '', value = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? []
    return { name, value }
  })
const all = (name: string): string[] =>
  instructions.filter((each) => each.name === name).map(({ value }) => value)
const last = (name: string): string => all(name).at(-1) ?? ''

const FOLDER = '/opt/visavis'

it('runs the steps that `deploy/build.sh` is, and takes what they leave', async () => {
  expect(all('RUN')).toContain(`sh deploy/build.sh ${FOLDER}`)
  expect(all('COPY')).toContain(`--from=build ${FOLDER} ${FOLDER}`)
  const script = await read('build.sh')
  const steps = script.split('\n').filter((line) => line.startsWith('pnpm '))
  expect(steps).toEqual([
    'pnpm install --frozen-lockfile',
    'pnpm build',
    'pnpm --filter @visavis/bff deploy --prod "$target/apps/bff"',
  ])
})

it('copies from the repository what is there', async () => {
  const sources = all('COPY')
    .filter((value) => !value.startsWith('--from='))
    .flatMap((value) => value.split(' ').slice(0, -1))
  expect(sources.length).toBeGreaterThan(0)
  for (const source of sources) await access(join(ROOT, source))
})

it('starts the server, as nobody, from a folder nobody writes', async () => {
  expect(last('WORKDIR')).toBe(FOLDER)
  const [program = ''] = JSON.parse(last('CMD'))
  await access(join(ROOT, program.replace('/dist/', '/src/').replace('.js', '.ts')))
  expect(last('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  expect(last('ENV').split(' ')).toContain(`DATA_DIR=${last('VOLUME')}`)
  expect(all('COPY')).toContain(`--from=build --chown=${last('USER')} ${last('VOLUME')} ${last('VOLUME')}`)
})

it('leaves secrets and what a build makes outside, and of the repository nothing that a build needs', async () => {
  const patterns = (await read('Containerfile.dockerignore'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const isLeftOut = (file: string) =>
    patterns.some((pattern) => matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`))
  for (const file of ['deploy/.env', 'deploy/secrets/master.key', '.git/config', 'data/keys/master.key']) {
    expect(isLeftOut(file), file).toBe(true)
  }
  const { stdout } = await run('git', ['ls-files'], { cwd: ROOT })
  expect(stdout.split('\n').filter((file) => file !== '' && isLeftOut(file))).toEqual(['deploy/example.env'])
  const ignored = await run('git', ['check-ignore', 'deploy/.env', 'deploy/secrets/master.key'], {
    cwd: ROOT,
  })
  expect(ignored.stdout.split('\n').filter(Boolean)).toHaveLength(2)
})

it('is well while the server is ready, and not otherwise', async () => {
  const [, command = ''] = / CMD (\[.+\])$/.exec(last('HEALTHCHECK')) ?? []
  const [program, ...args]: string[] = JSON.parse(command)
  expect(program).toBe(JSON.parse(last('ENTRYPOINT'))[0])
  let status = 200
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/health/ready' ? status : 404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const env = { PORT: String((server.address() as AddressInfo).port) }
  const isWell = () =>
    run(process.execPath, args, { env }).then(
      () => true,
      () => false,
    )
  try {
    expect(await isWell()).toBe(true)
    status = 503
    expect(await isWell()).toBe(false)
  } finally {
    server.close()
  }
  expect(await isWell()).toBe(false)
})

it('`deploy/build.sh` touches no folder that holds a server already', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-build-'))
  try {
    await mkdir(join(folder, 'apps'))
    const built = run('sh', [join(ROOT, 'deploy/build.sh'), folder])
    await expect(built).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') })
  } finally {
    await rm(folder, { recursive: true })
  }
})
