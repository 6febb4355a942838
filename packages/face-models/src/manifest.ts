import { sha256Of } from './source-files.ts'

export interface ModelFile {
  /** File name; no folders. */
  name: string
  sha256: string
  bytes: number
  mediaType: string
}

export interface ModelManifest {
  /** Version of `@mediapipe/tasks-vision` these files belong to. */
  version: string
  /** 32 hex characters over all names and contents: the part of the URL that lets browsers cache for good. */
  hash: string
  files: ModelFile[]
}

const isModelFile = (value: unknown): value is ModelFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'sha256' in value &&
  'bytes' in value &&
  'mediaType' in value &&
  [value.name, value.sha256, value.mediaType].every((field) => typeof field === 'string') &&
  typeof value.bytes === 'number'

export const createManifest = (version: string, files: readonly ModelFile[]): ModelManifest => {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const listing = sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
  return { version, hash: sha256Of(Buffer.from(listing)).slice(0, 32), files: sorted }
}

export const parseManifest = (json: string): ModelManifest => {
  const value: unknown = JSON.parse(json)
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    'hash' in value &&
    'files' in value &&
    typeof value.version === 'string' &&
    typeof value.hash === 'string' &&
    Array.isArray(value.files) &&
    value.files.every(isModelFile)
  ) {
    return { version: value.version, hash: value.hash, files: value.files }
  }
  throw new Error('model manifest: not in the shape this version writes')
}
