import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNetworks, NetworkNotBuiltError, readNetwork } from './build-networks.ts'
import { NETWORK_NAMES, NETWORKS } from './networks/catalog.ts'
import { findInstalledPackage, sha256Of } from './source-files.ts'

let home: string
let built: string

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'networks-'))
  built = path.join(home, 'built')
  await buildNetworks({ directory: built })
})
afterAll(() => rm(home, { recursive: true }))

/** The networks as built, but for those named, with the vendors' files in a place where a test may spoil them. */
const copyWithout = async (...names: string[]) => {
  const directory = await mkdtemp(path.join(home, 'copy-'))
  await cp(built, directory, { recursive: true })
  for (const name of names) await rm(path.join(directory, `${name}.onnx`))
  const sources = path.join(directory, 'sources')
  for (const source of NETWORK_NAMES.filter((name) => names.includes(name)).flatMap(
    (name) => NETWORKS[name].sources,
  )) {
    const target = path.join(sources, source.package, source.file)
    await mkdir(path.dirname(target), { recursive: true })
    await cp(path.join(findInstalledPackage(source.package), source.file), target)
  }
  return { directory, sources, packageFolder: (name: string) => path.join(sources, name) }
}

describe('buildNetworks', () => {
  it('writes each network, whole', async () => {
    expect((await readdir(built)).toSorted()).toEqual(NETWORK_NAMES.map((name) => `${name}.onnx`).toSorted())
    for (const name of NETWORK_NAMES) {
      expect(sha256Of(await readFile(path.join(built, `${name}.onnx`)))).toBe(NETWORKS[name].sha256)
    }
  })

  it('writes nothing when all is up to date, and repairs what is not', async () => {
    const { directory } = await copyWithout('face-detector')
    await appendFile(path.join(directory, 'passive-liveness.onnx'), 'x')
    const before = await stat(path.join(directory, 'mobilefacenet.onnx'))
    const repaired = await buildNetworks({ directory })
    expect(repaired.written).toEqual(['face-detector.onnx', 'passive-liveness.onnx'])
    expect((await stat(path.join(directory, 'mobilefacenet.onnx'))).mtimeMs).toBe(before.mtimeMs)
    expect((await buildNetworks({ directory })).written).toEqual([])
  })

  it.each(NETWORK_NAMES)('does not make %s of an altered file', async (name) => {
    const { directory, sources, packageFolder } = await copyWithout(name)
    const [source] = NETWORKS[name].sources
    await writeFile(path.join(sources, source.package, source.file), 'altered')
    await expect(buildNetworks({ directory, packageFolder })).rejects.toMatchObject({
      name: 'SourceFileError',
      file: `${source.package}/${source.file}`,
      expectedSha256: source.sha256,
      actualSha256: sha256Of(Buffer.from('altered')),
    })
  })
})

describe('readNetwork', () => {
  it('reads what was built', async () => {
    expect(sha256Of(await readNetwork('mobilefacenet', built))).toBe(NETWORKS.mobilefacenet.sha256)
  })

  it('says what to do when a network is missing, or of another version', async () => {
    const { directory } = await copyWithout('face-detector')
    await expect(readNetwork('face-detector', directory)).rejects.toThrow(NetworkNotBuiltError)
    await appendFile(path.join(directory, 'mobilefacenet.onnx'), 'x')
    await expect(readNetwork('mobilefacenet', directory)).rejects.toThrow('pnpm build:models')
  })
})
