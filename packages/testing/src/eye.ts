export interface Point {
  x: number
  y: number
}

/** An open eye in pixels of a picture: its corners, the highest and the lowest point of the opening. */
export interface Eye {
  corners: readonly [Point, Point]
  top: number
  bottom: number
  /** Of the skin below it. */
  skin: string
}
