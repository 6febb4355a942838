import { DLIB_RESNET, DLIB_RESNET_UPRIGHT } from './dlib-resnet.ts'
import { MOBILEFACENET, MOBILEFACENET_UNCENTRED } from './mobilefacenet.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

/** The recognisers there are, by the name a server is configured with. */
export const RECOGNITION_MODELS = {
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
