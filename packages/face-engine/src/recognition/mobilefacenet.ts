import { ARCFACE_CHIP, alignFace } from '../face-chip.ts'
import { sampleChip } from '../sample-chip.ts'
import { finishTemplate } from './finish-template.ts'
import { MOBILEFACENET_CENTRE, MOBILEFACENET_LEVELS } from './mobilefacenet-calibration.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

const { size } = ARCFACE_CHIP
const SAMPLING = { size, mean: [127.5, 127.5, 127.5], divisor: 128 } as const

/** MobileFaceNet without a centre: what the centre and the levels are computed with, see bench/calibrate.ts. */
export const MOBILEFACENET_UNCENTRED: RecognitionDefinition = {
  modelId: 'mobilefacenet-expo-1.0.24/192',
  pipelineId: 'arcface-chip-112',
  network: 'mobilefacenet',
  dimensions: 192,
  isUnit: true,
  levels: MOBILEFACENET_LEVELS,
  // Ten times the level's own rate: in the group with the most, measured or, from level 3, as docs/accuracy.md has it.
  levelFalseMatchRates: [1e-1, 1e-2, 1e-3, 1e-4, 1e-5],
  gates: { minInterEyeDistance: 30, maxTurn: 0.6, minSharpness: 2, minNorm: 43, clearNorm: 68 },
  inputShape: [1, size, size, 3],
  // The mirror image was tried: it moves FNMR at FMR 1e-3 from 7.9 to 7.5 % and doubles the time.
  usesMirror: false,
  align: ({ pixels, landmarks }, mirror, input) =>
    sampleChip(pixels, alignFace(landmarks, ARCFACE_CHIP), { ...SAMPLING, mirror }, input),
  finish: (answers) => finishTemplate(answers, { isUnit: true, centre: null }),
}

/** The recogniser of a new server. Its centre makes it about as safe for people of every group measured. */
export const MOBILEFACENET: RecognitionDefinition = {
  ...MOBILEFACENET_UNCENTRED,
  pipelineId: 'arcface-chip-112+centre-london-4',
  finish: (answers) => finishTemplate(answers, { isUnit: true, centre: MOBILEFACENET_CENTRE }),
}
