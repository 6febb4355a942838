import { DLIB_RESNET } from './dlib-resnet.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

/** The recognisers there are, by the name a server is configured with. */
export const RECOGNITION_MODELS = {
  'dlib-resnet': DLIB_RESNET,
} as const satisfies Record<string, RecognitionDefinition>

export type RecognitionModelName = keyof typeof RECOGNITION_MODELS
