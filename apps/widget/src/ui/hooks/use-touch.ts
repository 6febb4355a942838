import { useEffect } from 'react'

/** A short vibration whenever `count` goes up. */
export const useTouch = (count: number, ms: number): void => {
  useEffect(() => {
    // Absent on iPhones; refused, with a word in the console, before the first touch (Vibration API §4).
    if (count > 0 && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(ms)
  }, [count, ms])
}
