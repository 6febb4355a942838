/** What the page keeps on this device from one visit to the next. */
type Key = 'camera' | 'sound'

/** `null` also where storage is blocked. */
export const recall = (key: Key): string | null => {
  try {
    return localStorage.getItem(`visavis.${key}`)
  } catch {
    return null
  }
}

/** Where the browser lets us: blocked or full, it holds for this visit only. */
export const remember = (key: Key, value: string): void => {
  try {
    localStorage.setItem(`visavis.${key}`, value)
  } catch {
    // Nothing depends on it.
  }
}
