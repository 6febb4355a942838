import { alignFace, DLIB_CHIP } from '../face-chip.ts'
import { measureDlibBox } from '../face-geometry.ts'
import { IMAGENET_MEAN } from '../face-landmarks.ts'
import { sampleChip } from '../sample-chip.ts'
import { squareToPicture } from '../similarity.ts'
import { finishTemplate } from './finish-template.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

const { size } = DLIB_CHIP
const SAMPLING = { size, mean: IMAGENET_MEAN, divisor: 255 } as const

/**
 * dlib's ResNet, cut out as dlib does. It is kept for those who enrolled with it: no threshold of it is safe for
 * everyone, see docs/accuracy.md.
 */
export const DLIB_RESNET: RecognitionDefinition = {
  modelId: 'face-api-1.7.15/resnet-128',
  pipelineId: 'dlib-chip-150+mirror',
  network: 'dlib-resnet',
  dimensions: 128,
  isUnit: false,
  // FMR 1e-2 … 1e-6 over all pairs of Labeled Faces in the Wild, measured earlier; within groups far more.
  levels: [0.61, 0.542, 0.481, 0.433, 0.389],
  levelFalseMatchRates: [null, null, null, null, null],
  gates: { minInterEyeDistance: 40, maxTurn: 0.5, minSharpness: 4, minNorm: 0, clearNorm: 0 },
  inputShape: [1, size, size, 3],
  usesMirror: true,
  align: ({ pixels, landmarks }, mirror, input) =>
    sampleChip(pixels, alignFace(landmarks, DLIB_CHIP), { ...SAMPLING, mirror }, input),
  finish: (answers) => finishTemplate(answers, { isUnit: false, centre: null }),
}

/**
 * The same network with the alignment that face-api has: a square around eyes and mouth. Every template of before ids
 * of pipelines were kept is of it, so that who enrolled then, and whose picture was not kept, can still be compared.
 * What is new is that the square turns with the head.
 */
export const DLIB_RESNET_UPRIGHT: RecognitionDefinition = {
  ...DLIB_RESNET,
  pipelineId: 'upright-box-150',
  levels: [0.6, 0.55, 0.5, 0.45, 0.4],
  // Pairs of one sex within the group with the most; of level 4 it is known only that fewer reach it than level 3.
  levelFalseMatchRates: [null, null, 0.084, 0.084, 0.0022],
  usesMirror: false,
  align: ({ pixels, landmarks }, mirror, input) => {
    const { middle, side, angle } = measureDlibBox(landmarks)
    sampleChip(pixels, squareToPicture(size, middle, side, angle), { ...SAMPLING, mirror }, input)
  },
}
