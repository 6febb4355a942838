/** Start of frame, table B.1 of ITU-T T.81: SOF0 to SOF15 but for DHT, JPG and DAC, which stand among them. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/**
 * Width and height that the header of a JPEG declares, as stored; `undefined`: there is no header that says it. Enough to
 * refuse a small file that unfolds to a huge picture; whether it can be decoded is for a decoder to say.
 */
export const readJpegSize = (bytes: Uint8Array): { width: number; height: number } | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 <= bytes.byteLength; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (isStartOfFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
