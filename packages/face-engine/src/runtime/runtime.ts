/** What runs networks: native code, or WebAssembly where that does not load. */
export type RuntimeKind = 'native' | 'wasm'

/** A network in memory. One run at a time. */
export interface Network {
  /** The outputs, in the network's order. `shape`: of the input, whose numbers may be overwritten afterwards. */
  run(input: Float32Array, shape: readonly number[]): Promise<readonly Float32Array[]>
}

export interface Runtime {
  /** `model`: bytes of an ONNX file with one input. */
  load(model: Uint8Array): Promise<Network>
}
