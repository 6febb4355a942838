let taken = 0

/** A JPEG as far as its header goes. No two are the same. */
export const fakeFrame = ({ width = 640, height = 480, bytes = 400 } = {}): Uint8Array<ArrayBuffer> => {
  const frame = new Uint8Array(bytes)
  taken += 1
  const view = new DataView(frame.buffer)
  frame.set([0xff, 0xd8, 0xff, 0xc0, 0x00, 0x0b, 0x08])
  view.setUint16(7, height)
  view.setUint16(9, width)
  view.setUint32(bytes - 4, taken)
  return frame
}
