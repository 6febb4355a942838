export interface InputLayout {
  /** `nhwc`: pixel by pixel; `nchw`: one colour after the other. */
  layout: 'nchw' | 'nhwc'
  channels: 'rgb' | 'bgr'
}

/** Brings rows of RGB into the order a network expects. */
export const arrange = (
  rows: Float32Array,
  { layout, channels }: InputLayout,
  filled: Float32Array,
): void => {
  const pixels = rows.length / 3
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const colour = channels === 'rgb' ? channel : 2 - channel
      const at = layout === 'nhwc' ? pixel * 3 + channel : channel * pixels + pixel
      filled[at] = rows[pixel * 3 + colour] ?? 0
    }
  }
}
