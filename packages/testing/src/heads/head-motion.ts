// Both run in pages too, where each stands alone.

export interface Turn {
  degrees: number
  /** Degrees a second. */
  speed: number
}

/** How a head moves within so many milliseconds: speeds up, goes at most at `topSpeed`, slows down before the goal. */
export const moveHead = (turn: Turn, goal: number, ms: number, topSpeed: number): Turn => {
  const wanted = Math.max(-topSpeed, Math.min(topSpeed, (goal - turn.degrees) * 7))
  const speed = turn.speed + (wanted - turn.speed) * Math.min(1, ms / 80)
  return { degrees: turn.degrees + (speed * ms) / 1000, speed }
}

/** A person who tries to hold still: pixels and degrees, so many milliseconds after the start. */
export const swayHead = (ms: number): { x: number; y: number; degrees: number } => ({
  x: 4 * Math.sin(ms / 410) + 1.5 * Math.sin(ms / 130),
  y: 3 * Math.sin(ms / 330 + 1),
  degrees: 0.6 * Math.sin(ms / 520 + 2),
})
