/** Before values said which one sealed them, there was this one. */
export const FIRST_DATA_KEY = 1

export interface DataKey {
  /** 1 to 2³² − 1; a later one has a greater id. */
  id: number
  /** 32 bytes. */
  key: Uint8Array
}

/** The keys that what is kept is sealed by; each sealed value names its own. */
export interface DataKeys {
  /** What seals now. */
  present(): DataKey
  /** `undefined`: there is none of that id, or no more. */
  find(id: number): Uint8Array | undefined
}

export const onlyDataKey = (key: Uint8Array): DataKeys => ({
  present: () => ({ id: FIRST_DATA_KEY, key }),
  find: (id) => (id === FIRST_DATA_KEY ? key : undefined),
})
