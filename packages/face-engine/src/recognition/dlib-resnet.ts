import { MEAN_RGB } from '../face-landmarks.ts'
import { sampleRegion } from '../sample-region.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

const INPUT_SIDE = 150

/**
 * dlib's ResNet with the library's own alignment: an upright box. The library's own 0.6 is level 1, and level 3 is the
 * default. How often each level is wrong, and for whom, `bench:accuracy` measures.
 */
export const DLIB_RESNET: RecognitionDefinition = {
  modelId: 'face-api-1.7.15/resnet-128',
  // Every template of before ids of pipelines were kept is of it.
  pipelineId: 'upright-box-150',
  network: 'dlib-resnet',
  dimensions: 128,
  levels: [0.6, 0.55, 0.5, 0.45, 0.4],
  // Pairs of one sex within the group with the most; of level 4 it is known only that fewer reach it than level 3.
  levelFalseMatchRates: [null, null, 0.084, 0.084, 0.0022],
  inputSide: INPUT_SIDE,
  align: ({ pixels, crop }, input) =>
    sampleRegion(pixels, crop, { size: INPUT_SIDE, mean: MEAN_RGB, placement: 'centre' }, input),
  embed: (input, run) => run(input),
}
