import type { Steer } from '../../selfie/guidance.ts'

export interface CameraControlsProps {
  text: string
  isMissed: boolean
  /** Cameras that showed no colour. */
  tried: string[]
  /** What the tones follow, and how long a sentence has before the next; by default the guidance of the live picture. */
  guide?: { code: string; steer: Steer | null; steadiness: number; gapMs: number }
}
