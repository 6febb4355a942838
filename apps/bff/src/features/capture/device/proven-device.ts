/** The browser that asks, by the key it proved to have. */
export interface ProvenDevice {
  keyHash: Uint8Array
  /** Made just now and not seen before. */
  isFresh: boolean
}
