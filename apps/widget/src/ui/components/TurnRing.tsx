import type { TurnSide } from '@visavis/shared/liveness'
import type { TurnView } from '../../turn/turn-view.ts'
import { RADIUS_X, RADIUS_Y, TOP, WIDTH } from './Stage.tsx'

const MIDDLE = WIDTH / 2
/** One half of the oval, from the top to the bottom. The picture is a mirror: the person's own left is on the left. */
const half = (sweep: 0 | 1) => `M${MIDDLE} ${TOP}a${RADIUS_X} ${RADIUS_Y} 0 0 ${sweep} 0 ${RADIUS_Y * 2}`
const SIDES: readonly TurnSide[] = ['left', 'right']
const HALVES: Readonly<Record<TurnSide, string>> = { left: half(0), right: half(1) }
/** In the margin between the oval and the edge of the picture. It has a ground of its own: nobody knows the picture's. */
const DISC = { x: 18.5, y: 200, radius: 15 }
const DISC_X: Readonly<Record<TurnSide, number>> = { left: DISC.x, right: WIDTH - DISC.x }
const ARROWS: Readonly<Record<TurnSide, string>> = {
  left: `M${DISC_X.left + 3} 191.5l-7 8.5l7 8.5`,
  right: `M${DISC_X.right - 3} 191.5l7 8.5l-7 8.5`,
}

/** Grows from the middle of its side to both ends. */
const dashes = (share: number) => `0 ${(1 - share) / 2} ${share} 1`

/** Over the oval: which way to turn, and how far the head has come. */
export const TurnRing = ({ ask, reached }: Pick<TurnView, 'ask' | 'reached'>) => (
  <svg className="oval turn-ring" viewBox={`0 0 ${WIDTH} 400`} aria-hidden="true">
    {SIDES.map((side) => (
      <g key={side} data-side={side}>
        {reached[side] > 0 && (
          <path
            className="oval-progress"
            d={HALVES[side]}
            pathLength={1}
            strokeDasharray={dashes(reached[side])}
          />
        )}
        {ask === side && (
          <>
            <circle className="turn-disc" cx={DISC_X[side]} cy={DISC.y} r={DISC.radius} />
            <path className="turn-arrow" d={ARROWS[side]} />
          </>
        )}
      </g>
    ))}
  </svg>
)
