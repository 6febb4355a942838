/** What is before the camera: draws itself, so many milliseconds after the camera went on. */
export type Draw = (brush: CanvasRenderingContext2D, ms: number) => void

/** Runs in the page, so it stands alone: there is one camera from now on, and permission for it. */
export const replaceCamera = (
  { width, height, rate }: { width: number; height: number; rate: number },
  prepare: () => Promise<Draw>,
): void => {
  const { mediaDevices } = navigator
  if (!mediaDevices) return
  const open = async (): Promise<MediaStream> => {
    const draw = await prepare()
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const brush = canvas.getContext('2d')
    const start = performance.now()
    const show = () => {
      if (brush) draw(brush, performance.now() - start)
    }
    show()
    const timer = setInterval(show, 1000 / rate)
    const stream = canvas.captureStream(rate)
    for (const track of stream.getTracks()) {
      const { stop } = track
      track.stop = () => {
        clearInterval(timer)
        stop.call(track)
      }
    }
    return stream
  }
  mediaDevices.getUserMedia = open
  mediaDevices.enumerateDevices = async () => {
    const camera = { deviceId: 'fake', groupId: '', kind: 'videoinput', label: 'Fake camera' } as const
    return [{ ...camera, toJSON: () => camera }]
  }
}
