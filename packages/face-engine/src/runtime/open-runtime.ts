import type { InferenceSession } from 'onnxruntime-node'
import type { Runtime, RuntimeKind } from './runtime.ts'

type SessionOptions = InferenceSession.SessionOptions

/** One thread: parallelism comes from one worker a core. */
const COMMON: SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  // The detector sees pictures of several sizes: a plan of memory for each would be kept for good.
  enableMemPattern: false,
  // Errors only: what it has to say otherwise is about the graph and for those who made it.
  logSeverityLevel: 3,
}

const OPTIONS: Record<RuntimeKind, SessionOptions> = {
  native: {
    ...COMMON,
    executionProviders: ['cpu'],
    // Numbers too small to matter take a processor many times as long; black borders make them.
    extra: { session: { set_denormal_as_zero: '1' } },
  },
  wasm: { ...COMMON, executionProviders: ['wasm'] },
}

/** Both packages have the same programming interface. @throws when the package does not load on this machine */
export const importRuntime = async (kind: RuntimeKind) => {
  const runtime = kind === 'native' ? await import('onnxruntime-node') : await import('onnxruntime-web')
  runtime.env.logLevel = 'error'
  if (kind === 'wasm') runtime.env.wasm.numThreads = 1
  return runtime
}

/** ONNX Runtime in this thread. */
export const openRuntime = async (kind: RuntimeKind): Promise<Runtime> => {
  const { InferenceSession, Tensor } = await importRuntime(kind)
  return {
    load: async (model) => {
      const session = await InferenceSession.create(model, OPTIONS[kind])
      const [inputName, ...others] = session.inputNames
      if (inputName === undefined || others.length > 0) throw new Error('expected a network with one input')
      return {
        run: async (input, shape) => {
          const answers = await session.run({ [inputName]: new Tensor('float32', input, shape) })
          return session.outputNames.map((name) => {
            const data = answers[name]?.data
            if (!(data instanceof Float32Array))
              throw new Error(`the network's ${name} is not made of floats`)
            return data
          })
        },
      }
    },
  }
}
