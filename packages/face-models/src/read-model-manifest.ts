import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { MANIFEST_NAME, MODELS_DIRECTORY } from './build-models.ts'
import { type ModelManifest, parseManifest } from './manifest.ts'

export interface BuiltModels {
  manifest: ModelManifest
  /** Absolute folder that holds every file of the manifest. */
  directory: string
}

/** Nobody has run the build step yet. */
export class ModelsNotBuiltError extends Error {
  override readonly name = 'ModelsNotBuiltError'
}

/**
 * What the build step wrote. Throws ModelsNotBuiltError when it has not run.
 * `directory`: where `buildModels` was told to write; default: the same default.
 */
export const readModelManifest = async (directory: string = MODELS_DIRECTORY): Promise<BuiltModels> => {
  const file = path.join(directory, MANIFEST_NAME)
  let json: string
  try {
    json = await readFile(file, 'utf8')
  } catch (cause) {
    throw new ModelsNotBuiltError(`${file} is missing. Run "pnpm build:models" first.`, { cause })
  }
  return { manifest: parseManifest(json), directory }
}
