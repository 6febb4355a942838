import { createRequire } from 'node:module'
import path from 'node:path'
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import tf from '@tensorflow/tfjs-core'

const require = createRequire(import.meta.url)

/** Starts TensorFlow.js on WebAssembly, one thread: parallelism comes from one worker a core. */
export const startTensors = async (): Promise<void> => {
  const wasmFolder = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))
  setWasmPaths(`${wasmFolder}${path.sep}`)
  setThreadsCount(1)
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend cannot start')
  await tf.ready()
}
