import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NETWORK_NAMES, NETWORKS, type NetworkName } from './networks/catalog.ts'
import { readIfThere, replaceFile } from './replace-file.ts'
import { type PackageFolder, readVendorFile, sha256Of } from './source-files.ts'

export interface NetworkBuildOptions {
  /** Where to write; default: `dist/networks` of this package. */
  directory?: string
  /** Where the vendors' packages are; default: as Node resolves them. */
  packageFolder?: PackageFolder
}

export interface NetworkBuildResult {
  directory: string
  /** Names of the files that were missing or different; empty when everything was up to date. */
  written: string[]
}

/** The same folder seen from `src` and from `dist`. */
const NETWORKS_DIRECTORY = fileURLToPath(new URL('../dist/networks', import.meta.url))

const fileOf = (name: NetworkName, directory: string): string => path.join(directory, `${name}.onnx`)

/** The converter made other bytes than those that were compared with the network's own framework. */
export class ConvertedNetworkError extends Error {
  override readonly name = 'ConvertedNetworkError'

  constructor(network: NetworkName, actualSha256: string) {
    super(
      `${network}.onnx: expected SHA-256 ${NETWORKS[network].sha256}, made ${actualSha256}. ` +
        'If the converter was changed, compare what the network answers (networks.test.ts) and pin the new sum.',
    )
  }
}

const convertNetwork = async (name: NetworkName, packageFolder?: PackageFolder): Promise<Uint8Array> => {
  const { sources, convert, sha256 } = NETWORKS[name]
  const files = await Promise.all(sources.map((source) => readVendorFile(source, packageFolder)))
  const network = convert(...files)
  const actual = sha256Of(network)
  if (actual !== sha256) throw new ConvertedNetworkError(name, actual)
  return network
}

/**
 * Writes the networks that the server runs, as ONNX files. The result depends on the pinned source files alone; what
 * has the right sum already is not even converted. Throws SourceFileError when a source file is missing or altered.
 */
export const buildNetworks = async ({
  directory = NETWORKS_DIRECTORY,
  packageFolder,
}: NetworkBuildOptions = {}): Promise<NetworkBuildResult> => {
  await mkdir(directory, { recursive: true })
  const written: string[] = []
  for (const name of NETWORK_NAMES) {
    const file = fileOf(name, directory)
    const present = await readIfThere(file)
    if (present !== null && sha256Of(present) === NETWORKS[name].sha256) continue
    await replaceFile(file, await convertNetwork(name, packageFolder))
    written.push(path.basename(file))
  }
  return { directory, written }
}

export type { NetworkName }

/** Nobody has run the build step since the network joined or changed. */
export class NetworkNotBuiltError extends Error {
  override readonly name = 'NetworkNotBuiltError'
}

/** Bytes of a network's ONNX file. Throws NetworkNotBuiltError when it is missing or of another version. */
export const readNetwork = async (
  name: NetworkName,
  directory: string = NETWORKS_DIRECTORY,
): Promise<Uint8Array> => {
  const file = fileOf(name, directory)
  const network = await readIfThere(file)
  if (network !== null && sha256Of(network) === NETWORKS[name].sha256) return network
  const what = network === null ? 'is missing' : 'is not the version that belongs here'
  throw new NetworkNotBuiltError(`${file} ${what}. Run "pnpm build:models" first.`)
}
