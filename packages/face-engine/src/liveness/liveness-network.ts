import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type NetworkName, readNetwork } from '@visavis/face-models/networks'

const OWN: NetworkName = 'passive-liveness'
const HASH_DIGITS = 8

/** Bytes of the passive network: the engine's own, or the operator's ONNX file. */
export const readLivenessNetwork = (file: string | undefined): Promise<Uint8Array> =>
  file === undefined ? readNetwork(OWN) : readFile(file)

/** What results name it by: its name and the beginning of its SHA-256. */
export const readLivenessModelId = async (file: string | undefined): Promise<string> => {
  const hash = createHash('sha256')
    .update(await readLivenessNetwork(file))
    .digest('hex')
  return `${file === undefined ? OWN : path.parse(file).name}/${hash.slice(0, HASH_DIGITS)}`
}
