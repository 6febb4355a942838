import type { Raster, Surface, View } from './raster.ts'

const OPAQUE = 128

/** Colour of the texture between four pixels; false where there is nothing. */
const sample = ({ data, width, height }: Raster, x: number, y: number, colour: Float32Array): boolean => {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const nearest = (Math.round(y) * width + Math.round(x)) * 4
  if (x < 0 || y < 0 || x > width - 1 || y > height - 1 || (data[nearest + 3] ?? 0) < OPAQUE) return false
  const [dx, dy] = [x - left, y - top]
  const [right, below] = [left + 1 < width ? 4 : 0, top + 1 < height ? width * 4 : 0]
  const at = (top * width + left) * 4
  for (let channel = 0; channel < 3; channel += 1) {
    const first = at + channel
    const upper = (data[first] ?? 0) * (1 - dx) + (data[first + right] ?? 0) * dx
    const lower = (data[first + below] ?? 0) * (1 - dx) + (data[first + below + right] ?? 0) * dx
    colour[channel] = upper * (1 - dy) + lower * dy
  }
  return true
}

/** Mean of the samples of each pixel; how many of them hit something is the opacity. */
const toPixels = (
  colours: Float32Array,
  nearness: Float32Array,
  { width, height, samples }: View,
): Raster => {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [red, green, blue, hits] = [0, 0, 0, 0]
      for (let index = 0; index < samples * samples; index += 1) {
        const row = y * samples + Math.floor(index / samples)
        const at = row * width * samples + x * samples + (index % samples)
        if (nearness[at] === 0) continue
        hits += 1
        red += colours[3 * at] ?? 0
        green += colours[3 * at + 1] ?? 0
        blue += colours[3 * at + 2] ?? 0
      }
      if (hits > 0)
        data.set([red / hits, green / hits, blue / hits, (255 * hits) / samples ** 2], (y * width + x) * 4)
    }
  }
  return { data, width, height }
}

/** What a pinhole camera sees of the surfaces; where there is none, nothing. */
export const rasterise = (surfaces: readonly Surface[], view: View): Raster => {
  const [width, height] = [view.width * view.samples, view.height * view.samples]
  const colours = new Float32Array(width * height * 3)
  /** Of what is nearest so far: the larger, the nearer. */
  const nearness = new Float32Array(width * height)
  const colour = new Float32Array(3)
  for (const { points, places, triangles, texture, shade } of surfaces) {
    const count = points.length / 3
    const [xs, ys, near] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)]
    for (let index = 0; index < count; index += 1) {
      const scale = view.focal / (points[3 * index + 2] ?? 1)
      near[index] = scale
      xs[index] = ((points[3 * index] ?? 0) * scale + view.width / 2) * view.samples - 0.5
      ys[index] = ((points[3 * index + 1] ?? 0) * scale + view.height / 2) * view.samples - 0.5
    }
    for (let first = 0; first < triangles.length; first += 3) {
      const a = triangles[first] ?? 0
      const b = triangles[first + 1] ?? 0
      const c = triangles[first + 2] ?? 0
      const [ax, ay] = [xs[a] ?? 0, ys[a] ?? 0]
      const [bx, by] = [xs[b] ?? 0, ys[b] ?? 0]
      const [cx, cy] = [xs[c] ?? 0, ys[c] ?? 0]
      const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
      if (Math.abs(area) < 1e-6) continue
      const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx)))
      const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx)))
      const top = Math.max(0, Math.ceil(Math.min(ay, by, cy)))
      const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy)))
      for (let y = top; y <= bottom; y += 1) {
        for (let x = left; x <= right; x += 1) {
          const ofB = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area
          const ofC = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area
          const ofA = 1 - ofB - ofC
          if (ofA < -1e-5 || ofB < -1e-5 || ofC < -1e-5) continue
          const nearer = ofA * (near[a] ?? 0) + ofB * (near[b] ?? 0) + ofC * (near[c] ?? 0)
          const at = y * width + x
          if (nearer <= (nearness[at] ?? 0)) continue
          const u = ofA * (places[2 * a] ?? 0) + ofB * (places[2 * b] ?? 0) + ofC * (places[2 * c] ?? 0)
          const v =
            ofA * (places[2 * a + 1] ?? 0) + ofB * (places[2 * b + 1] ?? 0) + ofC * (places[2 * c + 1] ?? 0)
          if (!sample(texture, u, v, colour)) continue
          shade?.(colour, u, v)
          nearness[at] = nearer
          for (let channel = 0; channel < 3; channel += 1) colours[3 * at + channel] = colour[channel] ?? 0
        }
      }
    }
  }
  return toPixels(colours, nearness, view)
}
