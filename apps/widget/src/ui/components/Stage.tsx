import type { ReactNode } from 'react'

/** The drawing's unit: the shown height of the picture is 400 tall, whatever its size on the screen. */
const HEIGHT = 400
export const WIDTH = 300
/** Of the oval: its share of the height, and its width by its height (heads: about 1.35 to 1). */
export const RADIUS_Y = (HEIGHT * 0.76) / 2
export const RADIUS_X = RADIUS_Y * 0.74
export const TOP = HEIGHT / 2 - RADIUS_Y
/** Clockwise from the top, so that progress begins there. */
const OVAL_PATH = `M${WIDTH / 2} ${TOP}a${RADIUS_X} ${RADIUS_Y} 0 0 1 0 ${RADIUS_Y * 2}a${RADIUS_X} ${RADIUS_Y} 0 0 1 0 ${-RADIUS_Y * 2}z`
const SCRIM_PATH = `M-800-800H1100V1200H-800z${OVAL_PATH}`

interface StageProps {
  orientation: 'portrait' | 'landscape'
  /** `waiting`: no picture yet; `seeking`: dashed; `found`: solid, all is well. Never told by colour alone. */
  tone: 'waiting' | 'seeking' | 'found'
  /** 0 to 1, drawn along the oval. */
  progress: number
  children?: ReactNode
}

/** The picture with the oval on it. */
export const Stage = ({ orientation, tone, progress, children }: StageProps) => (
  <div className="stage" data-orientation={orientation} data-tone={tone}>
    {children}
    <svg className="oval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className="oval-scrim" d={SCRIM_PATH} fillRule="evenodd" />
      <path className="oval-line" d={OVAL_PATH} />
      {progress > 0 && (
        <path className="oval-progress" d={OVAL_PATH} pathLength={1} strokeDasharray={`${progress} 1`} />
      )}
    </svg>
  </div>
)
