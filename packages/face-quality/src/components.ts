/** How this package gets at a component's raw value. */
export type Method =
  /** By OFIQ's definition, on MediaPipe's landmarks instead of OFIQ's. */
  | 'measured'
  /** By a rule of our own that answers the same question: raw values do not compare with OFIQ's. */
  | 'estimated'
  /** Needs a model that a browser is not asked to load; only its raw → scalar mapping is here. */
  | 'mapped-only'

interface Component {
  /** Identifier of the quality measure in ISO/IEC 29794-5, as OFIQ numbers it. */
  isoId: number
  method: Method
}

/**
 * The 28 capture-related components of ISO/IEC 29794-5 that its reference implementation, OFIQ 1.0.3, reports,
 * in the order of its result table.
 */
export const COMPONENTS = {
  UnifiedQualityScore: { isoId: 0x41, method: 'mapped-only' },
  BackgroundUniformity: { isoId: 0x42, method: 'mapped-only' },
  IlluminationUniformity: { isoId: 0x43, method: 'measured' },
  LuminanceMean: { isoId: 0x44, method: 'measured' },
  LuminanceVariance: { isoId: 0x45, method: 'measured' },
  UnderExposurePrevention: { isoId: 0x46, method: 'measured' },
  OverExposurePrevention: { isoId: 0x47, method: 'measured' },
  DynamicRange: { isoId: 0x48, method: 'measured' },
  Sharpness: { isoId: 0x49, method: 'estimated' },
  CompressionArtifacts: { isoId: 0x4a, method: 'mapped-only' },
  NaturalColour: { isoId: 0x4b, method: 'measured' },
  SingleFacePresent: { isoId: 0x4c, method: 'measured' },
  EyesOpen: { isoId: 0x4d, method: 'measured' },
  MouthClosed: { isoId: 0x4e, method: 'measured' },
  EyesVisible: { isoId: 0x4f, method: 'estimated' },
  MouthOcclusionPrevention: { isoId: 0x50, method: 'estimated' },
  FaceOcclusionPrevention: { isoId: 0x51, method: 'estimated' },
  InterEyeDistance: { isoId: 0x52, method: 'measured' },
  HeadSize: { isoId: 0x53, method: 'measured' },
  LeftwardCropOfTheFaceImage: { isoId: 0x54, method: 'measured' },
  RightwardCropOfTheFaceImage: { isoId: 0x55, method: 'measured' },
  MarginAboveOfTheFaceImage: { isoId: 0x56, method: 'measured' },
  MarginBelowOfTheFaceImage: { isoId: 0x57, method: 'measured' },
  HeadPoseYaw: { isoId: 0x58, method: 'measured' },
  HeadPosePitch: { isoId: 0x59, method: 'measured' },
  HeadPoseRoll: { isoId: 0x5a, method: 'measured' },
  ExpressionNeutrality: { isoId: 0x5b, method: 'estimated' },
  NoHeadCoverings: { isoId: 0x5c, method: 'mapped-only' },
} as const satisfies Record<string, Component>

export type ComponentName = keyof typeof COMPONENTS

export interface ComponentResult {
  component: ComponentName
  isoId: number
  /** In the unit of the component; see the table in README.md. */
  raw: number
  /** Whole number from 0 (worst) to 100. */
  scalar: number
}

export const COMPONENT_NAMES = Object.keys(COMPONENTS) as ComponentName[]
