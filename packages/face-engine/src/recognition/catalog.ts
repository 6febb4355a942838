import { DLIB_RESNET, DLIB_RESNET_UPRIGHT } from './dlib-resnet.ts'
import { MOBILEFACENET, MOBILEFACENET_UNCENTRED } from './mobilefacenet.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

/** The recognisers there are, by the name a server is configured with; those after the second are for tools. */
export const RECOGNITION_MODELS = {
  mobilefacenet: MOBILEFACENET,
  'dlib-resnet': DLIB_RESNET,
  'dlib-resnet-upright': DLIB_RESNET_UPRIGHT,
  'mobilefacenet-uncentred': MOBILEFACENET_UNCENTRED,
} as const satisfies Record<string, RecognitionDefinition>

export type RecognitionModelName = keyof typeof RECOGNITION_MODELS

export const RECOGNITION_MODEL_NAMES = Object.keys(RECOGNITION_MODELS) as RecognitionModelName[]

export const isRecognitionModelName = (name: string): name is RecognitionModelName =>
  Object.hasOwn(RECOGNITION_MODELS, name)
