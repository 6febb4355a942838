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

/** The same by a key: those who ask for one thing share it. */
export const shareRunningByKey = <T>(look: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const running = new Map<string, Promise<T>>()
  return (key) => {
    const shared = running.get(key) ?? look(key).finally(() => running.delete(key))
    running.set(key, shared)
    return shared
  }
}
