import { useEffect, useState } from 'react'

/** By then the same words look as if nothing went on. */
const LONG_MS = 8000
/** By then a way out is wanted (WCAG 2.2, 2.2.1: nobody is held by a page that waits). */
const SPENT_MS = 20_000

export type Patience = 'short' | 'long' | 'spent'

/** How long the screen has been waiting. `isWaiting` false: not at all. */
export const usePatience = (isWaiting: boolean): Patience => {
  const [patience, setPatience] = useState<Patience>('short')
  useEffect(() => {
    if (!isWaiting) return
    setPatience('short')
    const timers = [
      setTimeout(() => setPatience('long'), LONG_MS),
      setTimeout(() => setPatience('spent'), SPENT_MS),
    ]
    return () => timers.forEach(clearTimeout)
  }, [isWaiting])
  return isWaiting ? patience : 'short'
}
