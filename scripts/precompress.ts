/**
 * The last steps of `pnpm build`: beside every file that browsers load lies the same in Brotli and in gzip, so that no
 * request waits for a compressor and the wasm travels at the best level there is.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'

const PAGES = ['../apps/widget/dist', '../apps/widget/dist/assets', '../apps/console/dist/assets']
const DOCS = ['../docs/dist/assets', '../docs/dist/assets/chunks']
const MODELS = ['../packages/face-models/dist/models']
const COMPRESSIBLE = new Set(['.js', '.css', '.wasm', '.task'])

const toBrotli = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      // The largest window that browsers take (RFC 7932 §9.1).
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

/** The wasm takes half a minute: not again while what lies there is the same. */
const isUpToDate = async (file: string, bytes: Buffer): Promise<boolean> => {
  try {
    const [compressed] = await Promise.all([readFile(`${file}.br`), readFile(`${file}.gz`)])
    return (await promisify(brotliDecompress)(compressed)).equals(bytes)
  } catch {
    return false
  }
}

const compress = async (file: string): Promise<boolean> => {
  const bytes = await readFile(file)
  if (await isUpToDate(file, bytes)) return false
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }))
  await writeFile(`${file}.br`, await toBrotli(bytes))
  return true
}

const filesIn = async (folder: string): Promise<string[]> => {
  const path = fileURLToPath(new URL(folder, import.meta.url))
  const names = await readdir(path)
  return names.filter((name) => COMPRESSIBLE.has(extname(name))).map((name) => join(path, name))
}

const compressFolders = async (folders: readonly string[]): Promise<void> => {
  const files = (await Promise.all(folders.map(filesIn))).flat()
  const written = await Promise.all(files.map(compress))
  process.stdout.write(`compressed ${written.filter(Boolean).length} of ${files.length} files\n`)
}

export const compressPages = (): Promise<void> => compressFolders(PAGES)
export const compressDocs = (): Promise<void> => compressFolders(DOCS)
export const compressModels = (): Promise<void> => compressFolders(MODELS)
