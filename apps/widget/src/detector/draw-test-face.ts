/** Of the drawing; square. */
export const TEST_FACE_PX = 256
const SKIN = '#d9a283'

/** Places in the drawing, by their index in MediaPipe's face mesh: outer corners of both eyes, tip of the chin. */
export const TEST_FACE_POINTS: readonly { index: number; x: number; y: number }[] = [
  { index: 33, x: 95, y: 121 },
  { index: 263, x: 161, y: 121 },
  { index: 152, x: 128, y: 206 },
]

type Context = Pick<
  OffscreenCanvasRenderingContext2D,
  'beginPath' | 'ellipse' | 'fill' | 'fillRect' | 'fillStyle'
>

/** A face of ovals: nobody's, the same on every device, and enough for the detector to find. */
export const drawTestFace = (context: Context): void => {
  const middle = TEST_FACE_PX / 2
  const oval = (x: number, y: number, width: number, height: number, color: string) => {
    context.beginPath()
    context.ellipse(middle + x, middle + y, width, height, 0, 0, 2 * Math.PI)
    context.fillStyle = color
    context.fill()
  }
  context.fillStyle = '#8fa3ad'
  context.fillRect(0, 0, TEST_FACE_PX, TEST_FACE_PX)
  oval(0, 130, 90, 50, '#35506b')
  oval(0, 72, 22, 34, '#c08a6c')
  oval(0, -12, 66, 84, '#2e211b')
  oval(0, 8, 55, 74, SKIN)
  for (const side of [-1, 1]) {
    oval(side * 22, -22, 13, 3, '#3a2a20')
    oval(side * 22, -7, 11, 5.5, '#f4efe9')
    oval(side * 22, -7, 5, 5, '#4a3a2c')
    oval(side * 5.5, 24, 3, 2, '#8e5a45')
  }
  oval(0, 6, 4.5, 18, '#e3b295')
  oval(0, 19, 8, 6, '#cf9578')
  oval(0, 44, 19, 6.5, '#a4564f')
}
