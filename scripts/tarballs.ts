/**
 * `pnpm tarballs FOLDER`: what is published, as npm installs it. The server is one package, with those of ours inside it
 * that are published nowhere, and with the pages and the models: `deploy/build.sh` without the part that npm does.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** What the server is made of, and where each lies in its package: where it finds the others. */
const PARTS = {
  'apps/bff': 'apps/bff',
  'packages/shared': 'node_modules/@visavis/shared',
  'packages/face-quality': 'node_modules/@visavis/face-quality',
  'packages/face-engine': 'node_modules/@visavis/face-engine',
  'packages/face-models': 'node_modules/@visavis/face-models',
}
/** Its install script fetches CUDA, which nothing here uses: where that fails, the engine runs on WebAssembly. */
const OPTIONAL = new Set(['onnxruntime-node'])
const LIBRARIES = ['embed', 'react', 'vue', 'svelte', 'server-sdk', 'testing']

const run = promisify(execFile)
const packedSchema = z.object({ filename: z.string() })
const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
})
type Manifest = z.infer<typeof manifestSchema>

/** @returns the tarball, with a manifest that names no catalog and no workspace any more */
const pack = async (folder: string, into: string): Promise<string> => {
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', into], {
    cwd: join(ROOT, folder),
  })
  return packedSchema.parse(JSON.parse(stdout)).filename
}

/** @returns its manifest, of which only what Node reads is left in the folder */
const unpackPart = async (part: string, folder: string, work: string): Promise<Manifest> => {
  await mkdir(folder, { recursive: true })
  await run('tar', ['-xzf', await pack(part, work), '-C', folder, '--strip-components=1'])
  const file = join(folder, 'package.json')
  const manifest = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const { name, version, license, type, exports } = manifest
  await writeFile(file, JSON.stringify({ name, version, license, type, exports }))
  return manifest
}

const packServer = async (work: string, into: string): Promise<void> => {
  const stage = join(work, 'server')
  const manifests: Manifest[] = []
  for (const [part, place] of Object.entries(PARTS)) {
    manifests.push(await unpackPart(part, join(stage, place), work))
  }
  for (const pages of ['widget', 'console']) {
    await cp(join(ROOT, 'apps', pages, 'dist'), join(stage, 'apps', pages, 'dist'), { recursive: true })
  }
  await cp(join(ROOT, 'docs/dist'), join(stage, 'docs/dist'), { recursive: true })
  for (const name of ['LICENSE', 'NOTICE']) await cp(join(ROOT, name), join(stage, name))
  await cp(join(ROOT, 'deploy/server-readme.md'), join(stage, 'README.md'))

  const [server, ...ours] = manifests
  if (!server) throw new Error('there is no server')
  const needed = Object.entries(Object.assign({}, ...manifests.map(({ dependencies }) => dependencies)))
  const { license, engines } = z
    .looseObject({ engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')))
  const manifest = {
    name: '@visavis/server',
    version: server.version,
    description:
      'Face authentication that you run yourself: capture pages, partner API, face engine, console',
    license,
    type: 'module',
    engines: { node: engines.node },
    bin: { visavis: 'apps/bff/dist/cli.js' },
    files: ['apps', 'docs', 'NOTICE'],
    dependencies: Object.fromEntries(needed.filter(([name]) => !OPTIONAL.has(name))),
    optionalDependencies: Object.fromEntries(needed.filter(([name]) => OPTIONAL.has(name))),
    bundleDependencies: ours.map(({ name }) => name),
  }
  await writeFile(join(stage, 'package.json'), JSON.stringify(manifest, null, 2))
  // Not pnpm: it bundles nothing that it has not installed itself.
  await run('npm', ['pack', '--pack-destination', into], { cwd: stage })
}

const [given] = process.argv.slice(2)
if (given === undefined) {
  process.stderr.write('Usage: pnpm tarballs FOLDER\n')
  process.exit(2)
}
const into = resolve(given)
await mkdir(into, { recursive: true })
const work = await mkdtemp(join(tmpdir(), 'visavis-tarballs-'))
try {
  await packServer(work, into)
  for (const name of LIBRARIES) await pack(`packages/${name}`, into)
} finally {
  await rm(work, { recursive: true })
}
