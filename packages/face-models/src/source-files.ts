import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import path from 'node:path'

/** A file of a vendor's npm package. */
export interface SourceFile {
  package: string
  /** Path inside the package. */
  file: string
  /** Of the version we tried. */
  sha256: string
}

/**
 * The vendor files that what the browser gets is made of. A new version of a package means new hashes here, after
 * trying the result in a browser.
 * `@mediapipe/face_mesh` 0.4.1657299874, `@mediapipe/tasks-vision` 0.10.35; both Apache-2.0.
 */
export const SOURCE_FILES = {
  packedAssets: {
    package: '@mediapipe/face_mesh',
    file: 'face_mesh_solution_packed_assets.data',
    sha256: 'dbe5905c582c0462cdaea17e7e6ecea92edaa8cccc515c5e2e7291f2cbb5fb99',
  },
  packedAssetsLoader: {
    package: '@mediapipe/face_mesh',
    file: 'face_mesh_solution_packed_assets_loader.js',
    sha256: '95147c15fdf12ba8b9ffc3c3964dbdfa1ffa4251182749babca19e75962bf128',
  },
  wasmLoader: {
    package: '@mediapipe/tasks-vision',
    file: 'wasm/vision_wasm_module_internal.js',
    sha256: '1f1d6215324a1fe62f6742d49a3db911170987ca18ad8c1b75f1a1c82acf2b44',
  },
  wasm: {
    package: '@mediapipe/tasks-vision',
    file: 'wasm/vision_wasm_module_internal.wasm',
    sha256: '617b8e0248dbd27e9d7ece4218004eae4cefb499196d1bb4fa0e3fef21708756',
  },
} as const satisfies Record<string, SourceFile>

export type SourceFileName = keyof typeof SOURCE_FILES

/** Folder of an installed npm package, given its name. */
export type PackageFolder = (packageName: string) => string

/** A vendor file is missing or is not the one we tried. */
export class SourceFileError extends Error {
  override readonly name = 'SourceFileError'
  readonly file: string
  readonly expectedSha256: string
  /** Null: the file cannot be read. */
  readonly actualSha256: string | null

  constructor(file: string, expectedSha256: string, actualSha256: string | null, cause?: unknown) {
    super(
      `${file}: expected SHA-256 ${expectedSha256}, found ${actualSha256 ?? 'no readable file'}. ` +
        'Run "pnpm install --force" to restore it.',
      { cause },
    )
    this.file = file
    this.expectedSha256 = expectedSha256
    this.actualSha256 = actualSha256
  }
}

/** Not by what the package exports: some do not export their `package.json`, and some have no main file. */
export const findInstalledPackage: PackageFolder = (packageName) => {
  const file = findPackageJSON(packageName, import.meta.url)
  if (file === undefined) throw new Error(`${packageName} is not installed`)
  return path.dirname(file)
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes of a vendor file. Throws SourceFileError when it is missing or altered. */
export const readVendorFile = async (
  source: SourceFile,
  packageFolder: PackageFolder = findInstalledPackage,
): Promise<Uint8Array> => {
  const label = `${source.package}/${source.file}`
  let bytes: Uint8Array
  try {
    bytes = await readFile(path.join(packageFolder(source.package), source.file))
  } catch (cause) {
    throw new SourceFileError(label, source.sha256, null, cause)
  }
  const actual = sha256Of(bytes)
  if (actual !== source.sha256) throw new SourceFileError(label, source.sha256, actual)
  return bytes
}

/** Bytes of one of SOURCE_FILES. Throws as `readVendorFile`. */
export const readSourceFile = (name: SourceFileName, packageFolder?: PackageFolder): Promise<Uint8Array> =>
  readVendorFile(SOURCE_FILES[name], packageFolder)
