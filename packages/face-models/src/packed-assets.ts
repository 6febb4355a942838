/** One file inside Emscripten's packed data. */
interface PackedFile {
  filename: string
  start: number
  end: number
}

const isPackedFile = (value: unknown): value is PackedFile =>
  typeof value === 'object' &&
  value !== null &&
  'filename' in value &&
  'start' in value &&
  'end' in value &&
  typeof value.filename === 'string' &&
  typeof value.start === 'number' &&
  typeof value.end === 'number'

/**
 * Opens what Emscripten's file packager made: many files end to end in one, and a loader script that lists where
 * each begins and ends, as `"files": [{"filename": …, "start": …, "end": …}]`.
 */
export const openPackedAssets = (data: Uint8Array, loaderScript: string) => {
  const listing: unknown = JSON.parse(/"files": (\[.*?\])/.exec(loaderScript)?.[1] ?? 'null')
  if (!Array.isArray(listing) || !listing.every(isPackedFile)) {
    throw new Error('packed assets: the loader script lists no files')
  }
  /** Bytes of the file with this base name; a view, not a copy. */
  return (name: string): Uint8Array => {
    const file = listing.find(({ filename }) => filename.endsWith(`/${name}`))
    if (file === undefined) throw new Error(`packed assets: no file named ${name}`)
    return data.subarray(file.start, file.end)
  }
}
