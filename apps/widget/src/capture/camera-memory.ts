const KEY = 'visavis.camera'

/** The camera that was chosen last on this device; `null` also where storage is blocked. */
export const recallCamera = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** For the next time, where the browser lets us. The id means nothing to any other site (Media Capture §9.2.1). */
export const rememberCamera = (deviceId: string): void => {
  try {
    localStorage.setItem(KEY, deviceId)
  } catch {
    // Blocked or full: then the choice holds for this visit.
  }
}
