/** A function that uses `i8x16.splat` and `popcnt`: valid only where SIMD is (WebAssembly 2.0, vector instructions). */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
])

/** Whether the engine can run here at all: known before any of its bytes are asked for. */
export const canRunEngine = (scope: Partial<typeof globalThis> = globalThis): boolean =>
  typeof scope.Worker === 'function' &&
  typeof scope.OffscreenCanvas === 'function' &&
  typeof scope.createImageBitmap === 'function' &&
  typeof scope.crypto?.subtle === 'object' &&
  typeof scope.WebAssembly === 'object' &&
  scope.WebAssembly.validate(SIMD_MODULE)
