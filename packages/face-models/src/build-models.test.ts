import { createHash } from 'node:crypto'
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildModels, ModelsNotBuiltError, readModelManifest, SourceFileError } from './index.ts'
import { findInstalledPackage, SOURCE_FILES } from './source-files.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'face-models-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The vendor files alone, laid out as npm does, so that a test may spoil them. */
const copySources = async (): Promise<string> => {
  const copy = path.join(folder, 'sources')
  for (const source of Object.values(SOURCE_FILES)) {
    const target = path.join(copy, source.package, source.file)
    await mkdir(path.dirname(target), { recursive: true })
    await cp(path.join(findInstalledPackage(source.package), source.file), target)
  }
  return copy
}

describe('buildModels', () => {
  it('writes the files a manifest lists, with their true size and SHA-256', async () => {
    await buildModels({ directory: folder })
    const { manifest, directory } = await readModelManifest(folder)
    expect(directory).toBe(folder)
    expect(manifest.files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['face_landmarker.task', 'application/octet-stream'],
      ['vision_wasm_module_internal.js', 'text/javascript'],
      ['vision_wasm_module_internal.wasm', 'application/wasm'],
    ])
    for (const { name, sha256, bytes } of manifest.files) {
      const content = await readFile(path.join(folder, name))
      expect(content.length).toBe(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    expect((await readdir(folder)).toSorted()).toEqual(
      ['manifest.json', ...manifest.files.map(({ name }) => name)].toSorted(),
    )
  })

  it('makes the bytes that were tried in a browser, in any time zone', async () => {
    const timeZone = process.env.TZ
    const hashes: string[] = []
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = zone
      const { manifest } = await buildModels({ directory: path.join(folder, zone.replace('/', '-')) })
      hashes.push(manifest.files[0]?.sha256 ?? '')
    }
    if (timeZone === undefined) delete process.env.TZ
    else process.env.TZ = timeZone
    expect(new Set(hashes)).toEqual(
      new Set(['8fd13010ff031566bd0abc897394ecf75bd95e0b56dd7c8eabba5c5749d8b7c9']),
    )
  })

  it('writes nothing when all is up to date, and repairs what is not', async () => {
    const first = await buildModels({ directory: folder })
    expect(first.written).toHaveLength(4)
    const before = await stat(path.join(folder, 'vision_wasm_module_internal.wasm'))
    expect((await buildModels({ directory: folder })).written).toEqual([])
    expect((await stat(path.join(folder, 'vision_wasm_module_internal.wasm'))).mtimeMs).toBe(before.mtimeMs)

    await appendFile(path.join(folder, 'face_landmarker.task'), 'x')
    await rm(path.join(folder, 'vision_wasm_module_internal.js'))
    const repaired = await buildModels({ directory: folder })
    expect(repaired.written).toEqual(['face_landmarker.task', 'vision_wasm_module_internal.js'])
    expect(repaired.manifest).toEqual(first.manifest)
  })

  it.each(Object.values(SOURCE_FILES))('names $file and both hashes when it is altered', async (source) => {
    const copy = await copySources()
    await writeFile(path.join(copy, source.package, source.file), 'altered')
    const build = buildModels({ directory: folder, packageFolder: (name) => path.join(copy, name) })
    const actual = createHash('sha256').update('altered').digest('hex')
    await expect(build).rejects.toThrow(SourceFileError)
    await expect(build).rejects.toMatchObject({
      file: `${source.package}/${source.file}`,
      expectedSha256: source.sha256,
      actualSha256: actual,
      message: expect.stringContaining(`${source.sha256}, found ${actual}`),
    })
  })

  it('names a missing file and the hash it should have', async () => {
    const copy = await copySources()
    await rm(path.join(copy, '@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm'))
    const build = buildModels({ directory: folder, packageFolder: (name) => path.join(copy, name) })
    await expect(build).rejects.toMatchObject({
      name: 'SourceFileError',
      file: '@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm',
      expectedSha256: SOURCE_FILES.wasm.sha256,
      actualSha256: null,
    })
    await expect(readModelManifest(folder)).rejects.toThrow(ModelsNotBuiltError)
  })

  it('says the same when the whole package is missing', async () => {
    const packageFolder = () => {
      throw new Error('Cannot find module')
    }
    await expect(buildModels({ directory: folder, packageFolder })).rejects.toThrow(SourceFileError)
  })
})

describe('readModelManifest', () => {
  it('refuses a manifest of another shape', async () => {
    await writeFile(path.join(folder, 'manifest.json'), '{"files": [{"name": 1}]}')
    await expect(readModelManifest(folder)).rejects.toThrow('not in the shape')
  })
})
