export interface CameraControlsProps {
  text: string
  isMissed: boolean
  /** Cameras that showed no colour. */
  tried: string[]
}
