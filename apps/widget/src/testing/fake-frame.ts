/** Stands for an `ImageBitmap` and tells whether it was let go. */
export interface FakeFrame extends ImageBitmap {
  isClosed: boolean
}

export const fakeFrame = (width = 1280, height = 720): FakeFrame => {
  const frame = {
    width,
    height,
    isClosed: false,
    close: () => {
      frame.isClosed = true
    },
  }
  return frame
}
