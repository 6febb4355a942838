import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from '@visavis/face-quality/components'
import type { GateName } from '@visavis/face-quality/gates'
import { toLiveGates } from '@visavis/face-quality/live-gates'
import { toScalar } from '@visavis/face-quality/scalars'

export interface QualityRow {
  /** As ISO/IEC 29794-5 calls the component: `Head pose yaw`. */
  name: string
  /** Of its quality measure there, as OFIQ numbers it. */
  id: string
  /** 0 is worst, 100 best. */
  scalar: number
  /** Where the capture page draws its line by default; absent: at no value of this component. */
  gate?: number
}

/** Gates on the raw value of one component. Others look at two of them, or at what is no component. */
const GATE_OF: Partial<Record<ComponentName, GateName>> = {
  IlluminationUniformity: 'evenLight',
  OverExposurePrevention: 'burntOut',
  DynamicRange: 'tonalBits',
  SingleFacePresent: 'secondFace',
  EyesOpen: 'eyesOpen',
  EyesVisible: 'eyesCovered',
  MouthOcclusionPrevention: 'mouthCovered',
  FaceOcclusionPrevention: 'faceCovered',
  InterEyeDistance: 'interEyeDistance',
  HeadSize: 'headTooSmall',
  LeftwardCropOfTheFaceImage: 'marginSide',
  RightwardCropOfTheFaceImage: 'marginSide',
  MarginAboveOfTheFaceImage: 'marginAbove',
  MarginBelowOfTheFaceImage: 'marginBelow',
  HeadPoseYaw: 'yaw',
  HeadPoseRoll: 'roll',
}

const GATES = toLiveGates()

const toWords = (name: string): string => {
  const words = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const toGate = (component: ComponentName): number | undefined => {
  const name = GATE_OF[component]
  const gate = name && GATES[name]
  return gate ? toScalar(component, gate.enter) : undefined
}

/** What the browser measured, in the standard's order. @param quality scalars by `x` and the component's id */
export const toQualityRows = (quality: Readonly<Record<string, number | undefined>>): QualityRow[] =>
  COMPONENT_NAMES.flatMap((component) => {
    const id = COMPONENTS[component].isoId.toString(16)
    const scalar = quality[`x${id}`]
    if (scalar === undefined) return []
    const gate = toGate(component)
    return [{ name: toWords(component), id, scalar, ...(gate === undefined ? {} : { gate }) }]
  })

export const isBelowGate = ({ scalar, gate = 0 }: QualityRow): boolean => scalar < gate
