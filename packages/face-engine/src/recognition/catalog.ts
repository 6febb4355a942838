import { readFile } from 'node:fs/promises'
import { readNetwork } from '@visavis/face-models/networks'
import { DLIB_RESNET, DLIB_RESNET_UPRIGHT } from './dlib-resnet.ts'
import { MOBILEFACENET, MOBILEFACENET_UNCENTRED } from './mobilefacenet.ts'
import { hashOf, type OwnModel, toOwnDefinition } from './own-model.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

/** The recognisers there are, by the name a server is configured with. */
const RECOGNITION_MODELS = {
  mobilefacenet: MOBILEFACENET,
  'dlib-resnet': DLIB_RESNET,
  'dlib-resnet-upright': DLIB_RESNET_UPRIGHT,
  'mobilefacenet-uncentred': MOBILEFACENET_UNCENTRED,
} as const satisfies Record<string, RecognitionDefinition>

export type RecognitionModelName = keyof typeof RECOGNITION_MODELS

/** For bench/calibrate.ts: without its centre and levels no server is safe with it. */
const FOR_TOOLS: RecognitionModelName = 'mobilefacenet-uncentred'

export const RECOGNITION_MODEL_NAMES = (Object.keys(RECOGNITION_MODELS) as RecognitionModelName[]).filter(
  (name) => name !== FOR_TOOLS,
)

export const isRecognitionModelName = (name: string): name is RecognitionModelName =>
  RECOGNITION_MODEL_NAMES.some((known) => known === name)

/** One of those there are, or one of the operator's own. It goes to the workers as it is. */
export type Recognition = RecognitionModelName | OwnModel

export const toDefinition = (recognition: Recognition): RecognitionDefinition =>
  typeof recognition === 'string' ? RECOGNITION_MODELS[recognition] : toOwnDefinition(recognition)

/** Bytes of the recogniser's network. @throws when the operator's file is another one than at the start */
export const readRecognitionNetwork = async ({ network }: RecognitionDefinition): Promise<Uint8Array> => {
  if (typeof network === 'string') return readNetwork(network)
  const bytes = await readFile(network.file)
  if (hashOf(bytes) !== network.sha256) throw new Error(`${network.file} has changed since the start`)
  return bytes
}
