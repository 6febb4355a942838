/** A WebM as far as its header goes. */
export const fakeVideo = (bytes = 2000): Uint8Array<ArrayBuffer> => {
  const video = new Uint8Array(bytes)
  video.set(
    Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d428781044285810218538067', 'hex'),
  )
  return video
}
