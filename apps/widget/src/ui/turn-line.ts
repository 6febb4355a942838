import type { LiveView } from '../flow/capture-types.ts'
import type { LaterCatalogue } from '../i18n/catalogue.ts'
import type { TurnWord } from '../turn/turn-view.ts'
import { toGuidanceLine } from './guidance-line.ts'

/** The line under the picture: of the turn, or the guidance of every picture where the turn leaves the word to it. */
export const toTurnLine = (
  copy: Pick<LaterCatalogue, 'guidance' | 'steer' | 'turn'>,
  word: TurnWord,
  live: Pick<LiveView, 'guidance' | 'steer' | 'hasMissed'>,
): string => {
  const { words } = copy.turn
  // The head is still on its way back.
  if (word === 'picture' && live.guidance === 'turned') return words.back
  return word === 'aim' || word === 'picture' ? toGuidanceLine(copy, live) : words[word]
}
