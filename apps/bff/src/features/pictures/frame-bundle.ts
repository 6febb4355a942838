/** Frames one after another, each behind its length in four bytes: one object in the store. */
export const packFrames = (frames: readonly Uint8Array[]): Uint8Array => {
  const parts = frames.flatMap((frame) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(frame.byteLength)
    return [length, frame]
  })
  return new Uint8Array(Buffer.concat(parts))
}

/** @throws RangeError for what `packFrames` did not make */
export const unpackFrames = (bundle: Uint8Array): Uint8Array[] => {
  const bytes = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength)
  const frames: Uint8Array[] = []
  for (let at = 0; at < bytes.byteLength; ) {
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.byteLength) throw new RangeError('a bundle of frames was cut')
    frames.push(new Uint8Array(bytes.subarray(at + 4, end)))
    at = end
  }
  return frames
}
