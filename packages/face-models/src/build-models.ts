import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createManifest, type ModelManifest } from './manifest.ts'
import { packFaceLandmarker } from './pack-face-landmarker.ts'
import { readIfThere, replaceFile } from './replace-file.ts'
import { type PackageFolder, readSourceFile, sha256Of } from './source-files.ts'

export interface BuildOptions {
  /** Where to write; default: `dist/models` of this package. */
  directory?: string
  /** Where the vendors' packages are; default: as Node resolves them. */
  packageFolder?: PackageFolder
}

export interface BuildResult {
  manifest: ModelManifest
  directory: string
  /** Names of the files that were missing or different; empty when everything was up to date. */
  written: string[]
}

export const MANIFEST_NAME = 'manifest.json'
/** The same folder seen from `src` and from `dist`. */
export const MODELS_DIRECTORY = fileURLToPath(new URL('../dist/models', import.meta.url))

const TASKS_VISION_VERSION = '0.10.35'

/**
 * Writes what the browser needs for on-device checks, and `manifest.json` last. The file names of the wasm are
 * those `FilesetResolver.forVisionTasks(base, true)` asks for. That module variant exists with SIMD only, which
 * every browser with module workers has (Safari since 16.4).
 *
 * The result depends on the pinned source files alone: building twice gives the same bytes and writes nothing.
 * Throws SourceFileError when a source file is missing or altered.
 */
export const buildModels = async ({
  directory = MODELS_DIRECTORY,
  packageFolder,
}: BuildOptions = {}): Promise<BuildResult> => {
  const [assets, loader, wasmLoader, wasm] = await Promise.all([
    readSourceFile('packedAssets', packageFolder),
    readSourceFile('packedAssetsLoader', packageFolder),
    readSourceFile('wasmLoader', packageFolder),
    readSourceFile('wasm', packageFolder),
  ])
  const outputs = [
    {
      name: 'face_landmarker.task',
      mediaType: 'application/octet-stream',
      content: packFaceLandmarker(assets, new TextDecoder().decode(loader)),
    },
    { name: 'vision_wasm_module_internal.js', mediaType: 'text/javascript', content: wasmLoader },
    { name: 'vision_wasm_module_internal.wasm', mediaType: 'application/wasm', content: wasm },
  ]
  const manifest = createManifest(
    TASKS_VISION_VERSION,
    outputs.map(({ name, mediaType, content }) => ({
      name,
      sha256: sha256Of(content),
      bytes: content.length,
      mediaType,
    })),
  )

  await mkdir(directory, { recursive: true })
  const written: string[] = []
  const json = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  for (const { name, content } of [...outputs, { name: MANIFEST_NAME, content: json }]) {
    const file = path.join(directory, name)
    if ((await readIfThere(file))?.equals(content)) continue
    await replaceFile(file, content)
    written.push(name)
  }
  return { manifest, directory, written }
}
