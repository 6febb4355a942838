import type { Tone } from '../words/words.ts'

/** A status: its words say it, the colour only repeats it. */
export const Badge = ({ words, tone }: { words: string; tone: Tone }) => (
  <span className={`badge badge-${tone}`}>{words}</span>
)
