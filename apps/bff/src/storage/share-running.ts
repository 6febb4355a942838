/** Who asks while an answer is being looked for gets that one: many who ask cost as much as one. */
export const shareRunning = <T>(look: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | undefined
  return () => {
    running ??= look().finally(() => {
      running = undefined
    })
    return running
  }
}
