/** Text of usual size on its surface (WCAG 2.2, 1.4.3). */
export const MIN_TEXT_CONTRAST = 4.5

/** Share of full light of one channel, 0 to 255 (WCAG 2.2, relative luminance). */
const toLinear = (channel: number): number => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export const toChannels = (color: string): [number, number, number] => {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Of a colour `#rrggbb`: 0 black to 1 white. */
export const luminanceOf = (color: string): number => {
  const [red, green, blue] = toChannels(color)
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue)
}

/** Of two colours `#rrggbb`: 1 (the same) to 21 (black on white). */
export const contrastOf = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
