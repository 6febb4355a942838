import { LINEAR } from './luminance.ts'

/** Skin less red than this cannot be told from anything else: a picture without colour, or light that swallows it. */
export const LEAST_REDNESS = 0.03

/** Share of red in linear light, above that of grey: what is left of skin's colour when its brightness is taken away. R, G, B 0–255. */
export const rednessOf = (r: number, g: number, b: number): number => {
  const [red, green, blue] = [
    LINEAR[Math.round(r)] ?? 0,
    LINEAR[Math.round(g)] ?? 0,
    LINEAR[Math.round(b)] ?? 0,
  ]
  return red / Math.max(red + green + blue, Number.MIN_VALUE) - 1 / 3
}
