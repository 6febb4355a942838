/** Who asks for the same thing while it is being looked for gets that answer: many who ask cost as much as one. */
export const shareRunningByKey = <T>(look: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const running = new Map<string, Promise<T>>()
  return (key) => {
    const shared = running.get(key) ?? look(key).finally(() => running.delete(key))
    running.set(key, shared)
    return shared
  }
}

/** The same where there is one thing to ask for. */
export const shareRunning = <T>(look: () => Promise<T>): (() => Promise<T>) => {
  const share = shareRunningByKey(look)
  return () => share('')
}
