import type { ComponentName } from './components.ts'

type Mapping = (raw: number) => number

const sigmoid = (x: number, centre: number, width: number): number => 1 / (1 + Math.exp((centre - x) / width))

/** Whole, and inside the range ISO/IEC 29794-5 gives a scalar. */
const percent = (value: number): number => Math.min(100, Math.max(0, Math.round(value)))

/** More is better: half of `top` at `centre`. */
const rising =
  (centre: number, width: number, top = 100): Mapping =>
  (raw) =>
    percent(top * sigmoid(raw, centre, width))

/** Less is better. With `top` 200 and `centre` at the ideal value, the ideal scores 100. */
const falling =
  (centre: number, width: number, top = 100): Mapping =>
  (raw) =>
    percent(top * (1 - sigmoid(raw, centre, width)))

const lackOf: Mapping = (share) => percent(100 * (1 - share))

const facing: Mapping = (degrees) => percent(100 * Math.max(0, Math.cos((degrees * Math.PI) / 180)) ** 2)

/** Share of the picture a head takes by which ISO/IEC 29794-5 judges HeadSize: distance eyes–chin ÷ height. */
const IDEAL_HEAD_SIZE = 0.45
const besideIdealHead = falling(0, 0.05, 200)

/** Above this share of the head under a covering, OFIQ scores 0. */
const COVERED_HEAD = 0.95
const headCovering: Mapping = (share) => {
  const at = (x: number) => sigmoid(x, 0.02, 0.1)
  const bounded = Math.min(COVERED_HEAD, Math.max(0, share))
  return percent((100 * (at(COVERED_HEAD) - at(bounded))) / (at(COVERED_HEAD) - at(0)))
}

/** Constants: ISO/IEC 29794-5 as implemented by OFIQ 1.0.3; its published result table is the proof. */
const MAPPINGS: Readonly<Record<ComponentName, Mapping>> = {
  UnifiedQualityScore: rising(23, 2.6),
  BackgroundUniformity: falling(10, 100, 190),
  IlluminationUniformity: (overlap) => percent(100 * overlap ** 0.3),
  LuminanceMean: (mean) => percent(100 * sigmoid(mean, 0.2, 0.05) * (1 - sigmoid(mean, 0.8, 0.05))),
  LuminanceVariance: (variance) => percent(100 * Math.sin(((60 * variance) / (60 * variance + 1)) * Math.PI)),
  UnderExposurePrevention: (share) => percent(120 * (0.832 - sigmoid(share, 0.92, 0.05))),
  OverExposurePrevention: (share) => percent(1 / (share + 0.01)),
  DynamicRange: (bits) => percent(12.5 * bits),
  Sharpness: (votes) => percent(115 * sigmoid(votes, -20, 15) - 14),
  CompressionArtifacts: (similarity) => percent(103 * sigmoid(similarity, 0.3308, 0.092) - 0.0278),
  NaturalColour: falling(0, 10, 200),
  SingleFacePresent: lackOf,
  EyesOpen: rising(0.02, 0.01),
  MouthClosed: falling(0.2, 0.06),
  EyesVisible: lackOf,
  MouthOcclusionPrevention: lackOf,
  FaceOcclusionPrevention: lackOf,
  InterEyeDistance: rising(70, 20),
  HeadSize: (size) => besideIdealHead(Math.abs(size - IDEAL_HEAD_SIZE)),
  LeftwardCropOfTheFaceImage: rising(0.9, 0.1),
  RightwardCropOfTheFaceImage: rising(0.9, 0.1),
  MarginAboveOfTheFaceImage: rising(1.4, 0.1),
  MarginBelowOfTheFaceImage: rising(1.8, 0.1),
  HeadPoseYaw: facing,
  HeadPosePitch: facing,
  HeadPoseRoll: facing,
  ExpressionNeutrality: rising(-5000, 5000),
  NoHeadCoverings: headCovering,
}

/** The 0–100 scalar of an OFIQ raw value. */
export const toScalar = (component: ComponentName, raw: number): number => MAPPINGS[component](raw)
