import { drawTestFace, TEST_FACE_POINTS, TEST_FACE_PX } from './draw-test-face.ts'

interface Point {
  x: number
  y: number
}

/** Faces of a picture, each as points from 0 to 1. */
type Detect = (picture: ImageBitmap) => readonly (readonly Point[])[]

/** The drawing is found within 3 px where it works; broken engines put points anywhere. */
const TOLERANCE_PX = 12

/** Whether what was found in the drawing is the one face in it. */
export const isTestFace = (faces: readonly (readonly Point[])[]): boolean => {
  const [face] = faces
  if (!face || faces.length !== 1) return false
  return TEST_FACE_POINTS.every(({ index, x, y }) => {
    const found = face[index]
    if (!found) return false
    return Math.hypot(found.x * TEST_FACE_PX - x, found.y * TEST_FACE_PX - y) <= TOLERANCE_PX
  })
}

/**
 * Shows the engine a drawn face and an empty wall before anything it says is believed: on some devices it runs without
 * an error and is wrong. @throws Error when it does not see the one, or sees the other
 */
export const selfTest = (detect: Detect): void => {
  const canvas = new OffscreenCanvas(TEST_FACE_PX, TEST_FACE_PX)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('no 2d context')
  const look = () => {
    const picture = canvas.transferToImageBitmap()
    try {
      return detect(picture)
    } finally {
      picture.close()
    }
  }
  drawTestFace(context)
  if (!isTestFace(look())) throw new Error('self-test: the drawn face was not found')
  context.fillStyle = '#8fa3ad'
  context.fillRect(0, 0, TEST_FACE_PX, TEST_FACE_PX)
  if (look().length > 0) throw new Error('self-test: a face on an empty wall')
}
